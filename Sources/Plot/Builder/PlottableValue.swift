public import Foundation

/// What can stand on an axis or decide a colour.
public protocol Plottable {
  /// The value as a cell of the chart's rows.
  var chartValue: ChartValue { get }
  /// How it is measured unless the chart says otherwise.
  static var measure: ChannelSpec.Measure { get }
}

/// A value with the name that axes, legends and columns have for it.
///
///     PointMark(x: .value("TFLOPs", 0.42), y: .value("Accuracy kept (%)", 95.9))
public struct PlottableValue: Sendable {
  var label: String
  var value: ChartValue
  var measure: ChannelSpec.Measure
  var timeUnit: TimeUnitSpec?

  public static func value<Value: Plottable>(
    _ label: String, _ value: Value
  ) -> PlottableValue {
    PlottableValue(label: label, value: value.chartValue, measure: Value.measure)
  }

  /// A value that may be missing; rows without one are left out and counted.
  public static func value<Value: Plottable>(
    _ label: String, _ value: Value?
  ) -> PlottableValue {
    PlottableValue(label: label, value: value?.chartValue ?? .null, measure: Value.measure)
  }

  /// A date as the unit of time that it lies in, in UTC.
  public static func value(_ label: String, _ date: Date, unit: DateUnit) -> PlottableValue {
    PlottableValue(
      label: label, value: date.chartValue, measure: .temporal,
      timeUnit: TimeUnitSpec(unit.vegaName))
  }

  /// A unit of time, with all coarser ones: a month is one of its year.
  public enum DateUnit: Sendable {
    case year, quarter, month, day, hour, minute, second

    fileprivate var vegaName: String {
      switch self {
      case .year: "year"
      case .quarter: "yearquarter"
      case .month: "yearmonth"
      case .day: "yearmonthdate"
      case .hour: "yearmonthdatehours"
      case .minute: "yearmonthdatehoursminutes"
      case .second: "yearmonthdatehoursminutesseconds"
      }
    }
  }
}

extension Double: Plottable {
  public var chartValue: ChartValue { isFinite ? .number(self) : .null }
  public static var measure: ChannelSpec.Measure { .quantitative }
}

extension Float: Plottable {
  public var chartValue: ChartValue { Double(self).chartValue }
  public static var measure: ChannelSpec.Measure { .quantitative }
}

extension Int: Plottable {
  public var chartValue: ChartValue { .number(Double(self)) }
  public static var measure: ChannelSpec.Measure { .quantitative }
}

extension String: Plottable {
  public var chartValue: ChartValue { .text(self) }
  public static var measure: ChannelSpec.Measure { .nominal }
}

extension Bool: Plottable {
  public var chartValue: ChartValue { .bool(self) }
  public static var measure: ChannelSpec.Measure { .nominal }
}

extension Date: Plottable {
  public var chartValue: ChartValue { .number((timeIntervalSince1970 * 1000).rounded()) }
  public static var measure: ChannelSpec.Measure { .temporal }
}

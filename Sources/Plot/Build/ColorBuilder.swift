import Graphics
import Languages

/// Chooses the colours of a chart: for categories, for classes of a number, or growing with it.
struct ColorBuilder {
  private let units: [ResolvedUnit]
  private let theme: ChartTheme
  private let conventions: ChartConventions

  init(_ units: [ResolvedUnit], _ theme: ChartTheme, _ conventions: ChartConventions) {
    self.units = units
    self.theme = theme
    self.conventions = conventions
  }

  func build(_ warnings: inout [ChartError.Problem]) -> (ColorModel, ColorIndex) {
    guard let unit = units.first(where: { uses($0) }), let main = unit.encoding.color else {
      return (.none, ColorIndex())
    }
    let scale = main.scale
    let scheme = scale?.scheme.flatMap { ColorScheme(named: $0) }
    if let name = scale?.scheme, scheme == nil {
      warnings.append(
        .init(
          path: unit.path + ["encoding", "color", "scale", "scheme"],
          message: "there is no scheme '\(name)' here; the usual colours are used"))
    }
    let given = (scale?.range ?? []).compactMap { $0.text.flatMap(ColorNames.color) }
    let measure = main.type ?? UnitResolver.measure(main, unit.data, conventions)
    let isNumber = measure == .quantitative || measure == .temporal
    if isNumber, unit.hints[.color]?.bin == nil, main.field != nil {
      return shades(main, unit, scheme, given)
    }
    let order = CategoryOrder(.color, units, conventions)
    guard let model = order.model else { return (.none, ColorIndex()) }
    let count = model.categories.count
    let isOrdered = measure == .ordinal || isNumber
    let colors = (0..<count).map { index -> Color in
      if !given.isEmpty {
        return isOrdered && given.count == 2 && count > 2
          ? ColorRamp(stops: given).color(at: Double(index) / Double(count - 1))
          : given[index % given.count]
      }
      switch scheme {
      case .categories(let colors): return colors[index % colors.count]
      case .ramp(let ramp): return Self.sample(ramp, index, count)
      case .diverging(let ramp):
        return ramp.color(at: count > 1 ? Double(index) / Double(count - 1) : 0.5)
      case nil:
        return isNumber
          ? Self.sample(.blues, index, count) : theme.palette[index % theme.palette.count]
      }
    }
    return (.categories(model, colors: colors), ColorIndex(categories: order.index))
  }

  private func uses(_ unit: ResolvedUnit) -> Bool {
    guard let color = unit.encoding.color, color.usesScale else { return false }
    return color.field != nil || color.datum != nil
  }

  /// The palest quarter is too light for points on white.
  private static func sample(_ ramp: ColorRamp, _ index: Int, _ count: Int) -> Color {
    ramp.color(at: 0.25 + 0.75 * Double(index) / Double(max(count - 1, 1)))
  }

  private func shades(
    _ main: ChannelSpec, _ unit: ResolvedUnit, _ scheme: ColorScheme?, _ given: [Color]
  ) -> (ColorModel, ColorIndex) {
    let values = units.filter { uses($0) }.flatMap { unit in
      unit.encoding.color?.field.map { unit.data.values($0) } ?? []
    }.compactMap { main.type == .temporal ? $0.moment : $0.quantity }
    guard let low = values.min(), let high = values.max() else {
      return (.none, ColorIndex())
    }
    var (ramp, isDiverging): (ColorRamp, Bool)
    switch scheme {
    case .ramp(let own): (ramp, isDiverging) = (own, false)
    case .diverging(let own): (ramp, isDiverging) = (own, true)
    case .categories(let colors): (ramp, isDiverging) = (ColorRamp(stops: colors), false)
    case nil: (ramp, isDiverging) = (given.count > 1 ? ColorRamp(stops: given) : .blues, false)
    }
    if main.scale?.reverse ?? (main.sort == .order(.descending)) { ramp.stops.reverse() }
    let format = (main.legend?.format ?? main.format).flatMap { NumberFormat($0) }
    if let limits = limits(main.scale, values) {
      let count = limits.count + 1
      let colors = (0..<count).map { index in
        given.count == count
          ? given[index] : ramp.color(at: count > 1 ? Double(index) / Double(count - 1) : 0.5)
      }
      let write = TickFormat.each(format, conventions.numbers)
      let labels = (0..<count).map { index in
        index == 0
          ? "< " + write(limits[0])
          : index == count - 1
            ? "≥ " + write(limits[index - 1])
            : write(limits[index - 1]) + " – " + write(limits[index])
      }
      return (
        .categories(
          CategoryModel(
            LegendModel(main, unit.data, conventions.numbers), [.null] + limits.map { .number($0) },
            labels),
          colors: colors), ColorIndex(limits: limits)
      )
    }
    var bounds = main.scale?.bounds ?? (low, high)
    if let least = main.scale?.domainMin { bounds.0 = least }
    if let most = main.scale?.domainMax { bounds.1 = most }
    var shades = ShadeModel(
      LegendModel(main, unit.data, conventions.numbers),
      ContinuousScale(
        main.scale, from: bounds.0, to: bounds.1,
        leastPositive: values.lazy.filter { $0 > 0 }.min()), ramp,
      middle: main.scale?.domainMid ?? (isDiverging && low < 0 && high > 0 ? 0 : nil))
    shades.format = format
    if main.type == .temporal {
      shades.terms = conventions.terms
      shades.timeFormat =
        main.legend?.format.map { TimeFormat($0) } ?? unit.hints[.color]?.timeUnit?.format
        ?? TimeFormat("%b %d, %Y")
    }
    return (.shades(shades), ColorIndex(isShade: true))
  }

  /// The limits of the classes of a `threshold`, `quantize` or `quantile` scale.
  private func limits(_ scale: ScaleSpec?, _ values: [Double]) -> [Double]? {
    let given = scale?.range?.count
    switch scale?.type {
    case .threshold:
      let limits = (scale?.domain ?? []).compactMap(\.number)
      return limits.isEmpty ? nil : limits
    case .quantize:
      let count = given ?? 4
      guard let low = scale?.bounds?.0 ?? values.min(), let high = scale?.bounds?.1 ?? values.max()
      else { return nil }
      return (1..<max(count, 2)).map { low + (high - low) * Double($0) / Double(count) }
    case .quantile:
      let count = given ?? 4
      let sorted = values.sorted()
      return (1..<max(count, 2)).compactMap {
        Statistics.quantile(sorted, Double($0) / Double(count))
      }
    default: return nil
    }
  }
}

/// Finds the category or class of a cell.
struct ColorIndex: Sendable {
  var categories: CategoryIndex?
  /// Between classes of a number.
  var limits: [Double] = []
  var isShade = false

  /// Nil for a cell that no category or class holds.
  func group(_ value: ChartValue) -> Int? {
    if !limits.isEmpty {
      guard let number = value.quantity else { return nil }
      return limits.firstIndex { number < $0 } ?? limits.count
    }
    return categories?[value]
  }
}

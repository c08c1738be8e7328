public import Graphics

extension Chart {
  /// A chart of the marks that the closure names, under a report's conventions. Mistakes are thrown
  /// when it is drawn, all of them.
  ///
  ///     Chart {
  ///       ForEach(rows) { row in
  ///         PointMark(x: .value("TFLOPs", row.cost), y: .value("Kept (%)", row.kept))
  ///           .foregroundStyle(by: .value("Tokens kept", row.tokens))
  ///       }
  ///     }
  ///     .chartXScale(type: .log)
  public init(theme: ChartTheme = .standard, @ChartContentBuilder content: () -> MarkList) {
    let assembly = ChartAssembly(content())
    self.init(assembly.spec, assembly.data, theme, .report)
  }

  /// The same for each element of a collection.
  public init<Elements: Sequence>(
    _ elements: Elements, theme: ChartTheme = .standard,
    @ChartContentBuilder content: (Elements.Element) -> MarkList
  ) {
    self.init(theme: theme) { ForEach(elements, content: content) }
  }

  // MARK: Scales

  /// - Parameters:
  ///   - domain: the ends of the axis; a little beyond the data when nil.
  ///   - includesZero: whether the axis starts at zero; bars and areas do.
  public func chartXScale(
    domain: ClosedRange<Double>? = nil, type: ScaleType? = nil, reversed: Bool? = nil,
    includesZero: Bool? = nil
  ) -> Chart {
    scaling(.x, domain, type, reversed, includesZero)
  }

  /// See `chartXScale`.
  public func chartYScale(
    domain: ClosedRange<Double>? = nil, type: ScaleType? = nil, reversed: Bool? = nil,
    includesZero: Bool? = nil
  ) -> Chart {
    scaling(.y, domain, type, reversed, includesZero)
  }

  /// The categories of x in order.
  public func chartXScale(domain categories: [String]) -> Chart {
    scaling(.x) { $0.domain = categories.map { .text($0) } }
  }

  /// The categories of y in order, from the top.
  public func chartYScale(domain categories: [String]) -> Chart {
    scaling(.y) { $0.domain = categories.map { .text($0) } }
  }

  /// The colours of the categories named.
  public func chartForegroundStyleScale(_ colors: KeyValuePairs<String, Color>) -> Chart {
    scaling(.color) { scale in
      scale.domain = colors.map { .text($0.key) }
      scale.range = colors.map { .text($0.value.hexText) }
    }
  }

  /// - Parameter scheme: a set of colours by its name, such as `viridis` or `set1`.
  public func chartForegroundStyleScale(scheme: String) -> Chart {
    scaling(.color) { $0.scheme = scheme }
  }

  /// How values become places.
  public enum ScaleType: String, Sendable {
    case linear, log, symlog, squareRoot, time

    fileprivate var kind: ScaleSpec.Kind {
      switch self {
      case .linear: .linear
      case .log: .log
      case .symlog: .symlog
      case .squareRoot: .sqrt
      case .time: .utc
      }
    }
  }

  // MARK: Axes and legends

  public func chartXAxisLabel(_ title: String) -> Chart { titled(.x, title) }
  public func chartYAxisLabel(_ title: String) -> Chart { titled(.y, title) }

  /// - Parameters:
  ///   - values: the places of the ticks.
  ///   - format: of numbers as d3-format has it, of dates as d3-time-format.
  public func chartXAxis(values: [Double]? = nil, format: String? = nil) -> Chart {
    axis(.x, values, format)
  }

  /// See `chartXAxis`.
  public func chartYAxis(values: [Double]? = nil, format: String? = nil) -> Chart {
    axis(.y, values, format)
  }

  public func chartXAxis(_ visibility: Visibility) -> Chart {
    changing(.x) { $0.showsAxis = visibility == .visible }
  }

  public func chartYAxis(_ visibility: Visibility) -> Chart {
    changing(.y) { $0.showsAxis = visibility == .visible }
  }

  /// Whether the legends of colours, symbols, sizes and dashes are shown.
  public func chartLegend(_ visibility: Visibility) -> Chart {
    changingLegends { $0.showsLegend = visibility == .visible }
  }

  /// - Parameters:
  ///   - position: the side of the data at which legends stand.
  ///   - columns: how many entries stand in a row; as many as fit when nil.
  public func chartLegend(position: LegendPosition, columns: Int? = nil) -> Chart {
    changingLegends { used in
      var legend = used.legend ?? LegendSpec()
      legend.orient = position.orient
      legend.columns = columns
      used.legend = legend
    }
  }

  public enum LegendPosition: Sendable {
    case top, bottom, leading, trailing

    fileprivate var orient: LegendSpec.Orient {
      switch self {
      case .top: .top
      case .bottom: .bottom
      case .leading: .left
      case .trailing: .right
      }
    }
  }

  private func changingLegends(_ change: (inout ChannelSpec) -> Void) -> Chart {
    [Channel.color, .shape, .size, .opacity, .strokeDash].reduce(self) { chart, channel in
      chart.changing(channel, change)
    }
  }

  public enum Visibility: Sendable { case visible, hidden }

  /// - Parameters:
  ///   - width: of the whole chart in points; the space that it is drawn into when nil.
  ///   - height: in points; 0.58 of the width when nil.
  public func frame(width: Points? = nil, height: Points? = nil) -> Chart {
    changingSpec { spec in
      if let width { spec.width = .length(width) }
      if let height { spec.height = .length(height) }
    }
  }

  // MARK: Changes

  private func scaling(
    _ channel: Channel, _ domain: ClosedRange<Double>?, _ type: ScaleType?, _ reversed: Bool?,
    _ includesZero: Bool?
  ) -> Chart {
    scaling(channel) { scale in
      if let domain {
        scale.domain = [.number(domain.lowerBound), .number(domain.upperBound)]
      }
      scale.type = type?.kind ?? scale.type
      scale.reverse = reversed ?? scale.reverse
      scale.zero = includesZero ?? scale.zero
    }
  }

  private func scaling(_ channel: Channel, _ change: (inout ScaleSpec) -> Void) -> Chart {
    changing(channel) { used in
      var scale = used.scale ?? ScaleSpec()
      change(&scale)
      used.scale = scale
    }
  }

  private func titled(_ channel: Channel, _ title: String) -> Chart {
    changing(channel) { used in
      used.title = title
      used.showsTitle = !title.isEmpty
    }
  }

  private func axis(_ channel: Channel, _ values: [Double]?, _ format: String?) -> Chart {
    changing(channel) { used in
      var axis = used.axis ?? AxisSpec()
      axis.values = values.map { $0.map { .number($0) } } ?? axis.values
      axis.format = format ?? axis.format
      used.axis = axis
    }
  }

  /// Changes a channel wherever a layer has it.
  private func changing(_ channel: Channel, _ change: (inout ChannelSpec) -> Void) -> Chart {
    changingSpec { spec in
      func apply(_ encoding: inout Encoding?) {
        guard var used = encoding?[channel] else { return }
        change(&used)
        encoding?[channel] = used
      }
      apply(&spec.encoding)
      for index in (spec.layer ?? []).indices { apply(&spec.layer![index].encoding) }
    }
  }

  private func changingSpec(_ change: (inout ChartSpec) -> Void) -> Chart {
    var spec = specification
    change(&spec)
    return Chart(spec, data, theme, conventions)
  }
}

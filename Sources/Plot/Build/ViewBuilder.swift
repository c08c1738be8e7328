import Graphics

/// Turns a specification into a tree of views: flattens layers, multiplies repeats and facets, and
/// hands each view's units to the model builder.
struct ViewBuilder {
  private let theme: ChartTheme
  let conventions: ChartConventions
  private let named: [String: RowsSpec]
  private let standard: Size
  private let step: Double
  var problems: [ChartError.Problem] = []
  private(set) var warnings: [ChartError.Problem] = []
  private(set) var exclusions: [ChartExclusion] = []
  /// Rows that each view leaves out.
  private var undrawnByView: [[UndrawnRow]] = []

  /// What a view inherits from those around it.
  struct Context {
    var data: ChartData
    var encoding: Encoding?
    var path: [String] = []
    /// The fields that `repeat` stands for, by row, column, layer and repeat.
    var repeated: [String: String] = [:]
    var facets: [ChannelSpec] = []
  }

  init(_ spec: ChartSpec, _ theme: ChartTheme, _ conventions: ChartConventions) {
    self.theme = theme
    self.conventions = conventions
    named = spec.datasets ?? [:]
    let size: Double = (spec.schemaVersion ?? 5) >= 6 ? 300 : 200
    standard = Size(
      width: spec.config?.continuousWidth ?? size, height: spec.config?.continuousHeight ?? size)
    step = spec.config?.step ?? 20
  }

  mutating func build(_ spec: ChartSpec, _ data: ChartData) -> ChartView? {
    let view = view(spec, Context(data: data))
    if let view, problems.isEmpty, let first = exclusions.first, view.drawsNothing {
      problem(
        [], "none of the rows can be drawn: \(first.reason)",
        help: ["check the columns and types of the channels, and the scales"])
    }
    return problems.isEmpty ? view : nil
  }

  /// Rows that no view draws, each once.
  var undrawn: [UndrawnRow] {
    guard let first = undrawnByView.first else { return [] }
    let others = undrawnByView.dropFirst().map { Set($0.map(\.row)) }
    return first.filter { row in others.allSatisfy { $0.contains(row.row) } }
  }

  mutating func problem(_ path: [String], _ message: String, help: [String] = []) {
    problems.append(.init(path: path, message: message, help: help))
  }

  private mutating func view(_ spec: ChartSpec, _ outer: Context) -> ChartView? {
    var context = outer
    context.data = data(spec, outer)
    let content: ChartView?
    if let list = spec.hconcat {
      content = grid(list, "hconcat", context, spec, columns: list.count)
    } else if let list = spec.vconcat {
      content = grid(list, "vconcat", context, spec, columns: 1)
    } else if let list = spec.concat {
      content = grid(list, "concat", context, spec, columns: spec.columns ?? list.count)
    } else if let fields = spec.repeat, fields.layer == nil {
      content = repeats(spec, fields, context)
    } else {
      content = facetsOrPanel(spec, context)
    }
    guard let title = spec.title, !title.text.isEmpty, !outer.path.isEmpty || spec.isComposed,
      let content
    else { return content }
    return .titled(title.text, content)
  }

  private mutating func grid(
    _ list: [ChartSpec], _ key: String, _ context: Context, _ spec: ChartSpec, columns: Int
  ) -> ChartView? {
    var views: [ChartView] = []
    for (index, child) in list.enumerated() {
      var inner = context
      inner.path += [key, String(index)]
      inner.encoding = spec.encoding?.inheriting(context.encoding) ?? context.encoding
      if let view = view(child, inner) { views.append(view) }
    }
    return views.isEmpty ? nil : .grid(GridView(views: views, columns: max(1, columns)))
  }

  private mutating func repeats(
    _ spec: ChartSpec, _ fields: RepeatSpec, _ context: Context
  ) -> ChartView? {
    guard let child = spec.spec?.views.first else {
      problem(context.path, "a repeated view has its content in 'spec'")
      return nil
    }
    var views: [ChartView] = []
    let columns = fields.column ?? [""]
    for row in fields.row ?? [""] {
      for column in fields.wrapped ?? columns {
        var inner = context
        inner.path += ["spec"]
        inner.repeated = context.repeated.merging([
          "row": row, "column": column, "repeat": column,
        ]) { _, new in new }
        if let view = view(child, inner) { views.append(view) }
      }
    }
    let wrapped = fields.wrapped.map { min(spec.columns ?? $0.count, $0.count) }
    return views.isEmpty
      ? nil : .grid(GridView(views: views, columns: max(1, wrapped ?? columns.count)))
  }

  private mutating func facetsOrPanel(_ spec: ChartSpec, _ context: Context) -> ChartView? {
    if spec.layer == nil, let mark = spec.mark, mark.objectives != nil {
      return objectives(mark, spec, context)
    }
    var (content, context) = (spec, context)
    var facets = spec.facet.map { Facets($0, path: context.path + ["facet"]) }
    if facets != nil {
      guard let inner = spec.spec?.views.first else {
        problem(context.path, "small multiples have their content in 'spec'")
        return nil
      }
      content = inner
      context.path += ["spec"]
      context.data = data(inner, context)
      if inner.isComposed {
        problem(context.path, "small multiples of several views are not supported")
        return nil
      }
    }
    facets = facets ?? Facets(of: content, at: context.path)
    let facet = facets?.spec
    context.facets = facets?.channels.map(\.channel) ?? []
    if let facets, !check(facets, context.data) { return nil }
    var units: [UnitSpec] = []
    collect(content, context, &units)
    guard problems.isEmpty else { return nil }
    var resolver = UnitResolver(conventions)
    let parts = units.map { CompositeMarks.parts($0, conventions) }
    let resolved = parts.joined().map { resolver.resolve($0) }
    problems += resolver.problems
    guard problems.isEmpty else { return nil }
    var builder = ModelBuilder(theme, conventions)
    var panel = Panel(
      model: ChartModel(x: AxisModel(), y: AxisModel(), color: .none, layers: []),
      width: content.width ?? spec.width, height: content.height ?? spec.height,
      standard: standard, step: step)
    panel.source = PanelSource(
      units: units, cells: [resolved], whole: resolved, partCounts: parts.map(\.count))
    panel.source.resolve = spec.resolve ?? content.resolve
    defer {
      problems += builder.problems
      warnings += builder.warnings
      exclusions += builder.exclusions
      undrawnByView.append(builder.undrawn)
    }
    guard let facet, !context.facets.isEmpty else {
      guard let model = builder.build([resolved], resolve: nil).first else { return nil }
      panel.model = model
      return .panel(panel)
    }
    let columns = spec.columns ?? facet.wrapped?.columns
    let division = FacetDivision(facet, resolved, columns: columns, conventions)
    let resolve = panel.source.resolve
    panel.source.cells = division.cells.map(\.units)
    (panel.source.facet, panel.source.columns) = (facet, columns)
    let models = builder.build(division.cells.map(\.units), resolve: resolve)
    guard models.count == division.cells.count, !models.isEmpty else { return nil }
    panel.model = models[0]
    return .facets(division.view(models, panel, resolve))
  }

  /// A Pareto chart of several objectives, which is a view of its own kind.
  private mutating func objectives(
    _ mark: MarkSpec, _ spec: ChartSpec, _ context: Context
  ) -> ChartView? {
    guard mark.type == .pareto else {
      problem(context.path + ["mark", "objectives"], "only the mark 'pareto' has objectives")
      return nil
    }
    let encoding = spec.encoding?.inheriting(context.encoding) ?? context.encoding ?? Encoding()
    guard spec.facet == nil, Facets(of: spec, at: []) == nil, context.facets.isEmpty else {
      problem(
        context.path + ["mark", "objectives"], "a chart of objectives has no small multiples")
      return nil
    }
    let found = ObjectiveOptions.problems(mark, encoding, context.data)
    problems += found.map {
      ChartError.Problem(path: context.path + $0.path, message: $0.message, help: $0.help)
    }
    guard found.isEmpty else { return nil }
    var builder = ObjectiveBuilder(
      UnitSpec(mark: mark, encoding: encoding, data: context.data, path: context.path), theme,
      in: conventions)
    defer {
      problems += builder.problems
      warnings += builder.warnings
      exclusions += builder.exclusions
      undrawnByView.append(builder.undrawn)
    }
    guard var view = builder.build() else { return nil }
    (view.width, view.height) = (spec.width, spec.height)
    return .objectives(view)
  }

  // MARK: Data

  /// The rows of a view: its own or those around it, after its transforms.
  mutating func data(_ spec: ChartSpec, _ context: Context) -> ChartData {
    var rows = context.data
    if let source = spec.data {
      if let values = source.values {
        rows = values.data
      } else if let name = source.name, let values = named[name] {
        rows = values.data
      } else if let sequence = source.sequence {
        let step = sequence.step ?? 1
        let count = step == 0 ? 0 : max(0, ((sequence.stop - sequence.start) / step).rounded(.up))
        let values = (0..<Int(min(count, 1_000_000))).map {
          ChartValue.number(sequence.start + Double($0) * step)
        }
        rows = ChartData([ChartColumn(sequence.as ?? "data", values: values)])
      } else if let url = source.url {
        problem(context.path + ["data", "url"], "the file '\(url)' was not read")
      }
    }
    guard let transforms = spec.transform else { return rows }
    var pipeline = TransformPipeline(rows, conventions.numbers)
    pipeline.apply(transforms, at: context.path)
    problems += pipeline.problems
    return pipeline.data
  }

  static func columns(_ data: ChartData) -> String {
    "the columns are \(data.columns.map { "'\($0.name)'" }.joined(separator: ", "))"
  }
}

extension ChartSpec {
  /// Whether it is made of views beside each other.
  var isComposed: Bool {
    hconcat != nil || vconcat != nil || concat != nil
      || self.repeat.map { $0.layer == nil } ?? false
  }
}

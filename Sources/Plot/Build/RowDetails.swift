/// Reads the channels that few rows have.
struct RowDetails {
  private let conventions: ChartConventions
  private let dash, offset, theta, xError, yError, order, text, label: RowSource?
  private let details: [RowSource]
  private let dashes, offsets: CategoryIndex?
  private let textFormat: NumberFormat?
  private let timeFormat: TimeFormat?
  private let markText: String?
  private let kept: [String]

  /// - Returns: nil for a unit that has none of them.
  init?(
    _ unit: ResolvedUnit, dashes: CategoryIndex?, offsets: CategoryIndex?,
    _ conventions: ChartConventions
  ) {
    let encoding = unit.encoding
    let channels: [Channel] = [
      .strokeDash, .xOffset, .yOffset, .theta, .xError, .yError, .order, .text, .label, .detail,
    ]
    markText = unit.mark.text
    guard
      channels.contains(where: { encoding[$0] != nil }) || !encoding.details.isEmpty
        || markText != nil
    else { return nil }
    func source(_ channel: Channel) -> RowSource? { RowSource(encoding[channel], unit.data) }
    self.conventions = conventions
    dash = source(.strokeDash)
    offset = source(.xOffset) ?? source(.yOffset)
    (theta, order) = (source(.theta), source(.order))
    (xError, yError) = (source(.xError), source(.yError))
    (text, label) = (source(.text), source(.label))
    details =
      ([encoding.detail].compactMap { $0 } + encoding.details)
      .compactMap { RowSource($0, unit.data) }
    (self.dashes, self.offsets) = (dashes, offsets)
    let words = encoding.text ?? encoding.label
    let isTime = words?.type == .temporal
    timeFormat =
      isTime
      ? words?.format.map { TimeFormat($0) } ?? unit.hints[.text]?.timeUnit?.format
        ?? TimeFormat("%b %d, %Y")
      : nil
    textFormat = isTime ? nil : words?.format.flatMap { NumberFormat($0) }
    kept = encoding.label?.keep ?? []
  }

  func read(_ row: Int) -> Datum.Details {
    var out = Datum.Details()
    out.dash = dash?[row].flatMap { dashes?[$0] }
    out.offset = offset?[row].flatMap { offsets?[$0] } ?? 0
    out.theta = theta?.quantity(row)
    out.xError = xError?.quantity(row).map { abs($0) }
    out.yError = yError?.quantity(row).map { abs($0) }
    out.order = order?[row].flatMap { $0.quantity ?? $0.moment }
    out.detail = details.map { $0[row]?.plainText ?? "" }.joined(separator: "\u{1F}")
    out.text = text(text, row) ?? markText
    out.label = text(label, row)
    if let label = out.label { out.keepsLabel = kept.contains(label) }
    return out
  }

  private func text(_ source: RowSource?, _ row: Int) -> String? {
    guard let value = source?[row] else { return nil }
    if let timeFormat, let moment = value.moment {
      return timeFormat.text(moment, conventions.terms)
    }
    guard case .number(let number) = value else { return value.plainText }
    let numeral =
      textFormat?.text(number)
      ?? (conventions.isVegaLite ? NumberFormat(.shortest).text(number) : value.plainText)
    return conventions.numbers.written(numeral)
  }
}

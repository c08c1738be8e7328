import Graphics

/// The key to colours, shapes, dashes, sizes and opacities: a title and entries for each. Channels
/// of the same categories share their entries.
struct Legend {
  let frame: Frame

  static let rowHeight: Points = 12
  /// Between the keys of channels.
  private static let partGap: Points = 16

  /// - Parameters:
  ///   - guides: those of one side.
  ///   - width: that rows keep to; nil puts each entry in a row of its own.
  /// - Returns: nil when there is nothing to explain.
  init?(_ guides: [LegendGuide], width: Points?, theme: ChartTheme, text: any TextSetting) {
    guard !guides.isEmpty else { return nil }
    var whole = Frame(size: .zero)
    var x: Points = 0
    var top: Points = 0
    for guide in guides {
      let part = Self.part(guide, width: width, theme, text)
      if width == nil, whole.size.height > 0 {
        top = whole.size.height + 5
      } else if let width, x > 0, x + part.width > width {
        (x, top) = (0, whole.size.height)
      }
      whole.place(part, at: Point(x: x, y: top))
      whole.size.width = max(whole.size.width, x + part.width)
      whole.size.height = max(whole.size.height, top + part.height)
      if width != nil { x += part.width + Self.partGap }
    }
    frame = Frame(size: whole.size, items: whole.items)
  }

  private static func part(
    _ guide: LegendGuide, width: Points?, _ theme: ChartTheme, _ text: any TextSetting
  ) -> Frame {
    let isUpright =
      (guide.legend.direction ?? (width == nil ? .vertical : .horizontal)) == .vertical
    let title = guide.legend.title
    let heading = title.isEmpty ? nil : text.setLabel(title, theme.legendTitleStyle)
    switch guide.content {
    case .ramp(let ramp):
      return isUpright
        ? below(heading, ramp.column(theme, text), theme)
        : ramp.row(heading, theme, text, width: width ?? 0)
    case .entries(let entries):
      let setter = LegendEntries(entries, theme, text)
      if let columns = guide.legend.columns ?? (isUpright ? 1 : nil) {
        return below(heading, setter.grid(columns: columns, isByColumn: isUpright), theme)
      }
      return setter.rows(heading, width: width ?? .infinity)
    }
  }

  /// A part of a legend with its title above.
  private static func below(_ title: Frame?, _ body: Frame, _ theme: ChartTheme) -> Frame {
    guard let title else { return body }
    var whole = Frame(
      size: Size(width: max(title.width, body.width), height: rowHeight + body.height))
    whole.place(title, x: 0, baseline: baseline(0, rowHeight, theme))
    whole.place(body, at: Point(x: 0, y: rowHeight))
    return whole
  }

  /// Where words stand in a row of some height.
  static func baseline(_ top: Points, _ height: Points, _ theme: ChartTheme) -> Points {
    top + height / 2 + 0.36 * theme.legendSize
  }
}

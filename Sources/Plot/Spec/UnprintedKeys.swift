/// Keys of Vega-Lite that are read and have no effect in print: what only a screen can show, and
/// looks that the report decides. Authors are told of each.
public enum UnprintedKeys {
  /// Why a key has no effect.
  public enum Reason: Sendable {
    /// It means something under a pointer only.
    case screen
    /// The report decides about it for all charts.
    case style
  }

  /// - Parameters:
  ///   - path: the keys and positions that lead to a mapping of a specification.
  ///   - key: one of its keys.
  /// - Returns: nil for a key that has an effect, and for one that is not known.
  public static func reason(of key: String, at path: [String]) -> Reason? {
    let names = path.filter { Int($0) == nil }
    if names.contains("data") || names.contains("datasets") || names.contains("transform")
      || names.first == "usermeta"
    {
      return nil
    }
    if names.contains("config") { return nil }
    guard let place = Place(names) else { return nil }
    if place.screen.contains(key) { return .screen }
    return place.style.contains(key) ? .style : nil
  }

  /// What a mapping describes.
  private enum Place {
    case view, mark, encoding, channel, axis, legend, header, scale, position, title

    /// - Parameter names: keys from the top, without positions in lists.
    init?(_ names: [String]) {
      let views: Set<String> = ["layer", "spec", "hconcat", "vconcat", "concat"]
      guard let last = names.last, !views.contains(last) else {
        self = .view
        return
      }
      switch last {
      case "mark": self = .mark
      case "encoding": self = .encoding
      case "axis": self = .axis
      case "legend": self = .legend
      case "header": self = .header
      case "scale":
        self =
          ["x", "y", "xOffset", "yOffset"].contains(names.dropLast().last) ? .position : .scale
      case "title" where names.dropLast().allSatisfy(views.contains): self = .title
      default:
        guard names.dropLast().last == "encoding" else { return nil }
        self = .channel
      }
    }

    var screen: Set<String> {
      switch self {
      case .view: ["params"]
      case .mark: ["tooltip", "href", "cursor", "aria"]
      case .encoding: ["href", "url", "key", "description"]
      case .axis, .legend: ["aria", "zindex"]
      case .channel, .header, .scale, .position, .title: []
      }
    }

    var style: Set<String> {
      switch self {
      case .view: ["padding", "background", "view", "bounds", "align", "center", "spacing"]
      case .encoding: []
      case .channel: ["align", "center", "spacing", "band"]
      case .scale: ["round", "interpolate", "align"]
      // The room decides where axes begin and end; what is larger or smaller is drawn by `domain`.
      case .position: ["round", "interpolate", "align", "range", "scheme"]
      case .mark:
        Self.words(
          """
          style baseline tension cornerRadius cornerRadiusEnd cornerRadiusTopLeft \
          cornerRadiusTopRight cornerRadiusBottomLeft cornerRadiusBottomRight binSpacing fontStyle \
          font limit strokeCap strokeJoin strokeOpacity box median outliers rule band padAngle \
          continuousBandSize discreteBandSize bandSize lineBreak minBandSize blend \
          timeUnitBandPosition timeUnitBandSize xOffset yOffset lineHeight radiusOffset thetaOffset \
          radius2 theta2 ellipsis dir
          """)
      case .axis:
        Self.words(
          """
          offset position minExtent maxExtent titlePadding labelPadding tickSize tickWidth titleAlign \
          titleAnchor titleAngle titleFontSize titleFontWeight titleColor titleX titleY titleLimit \
          titleFont titleFontStyle titleOpacity titleBaseline titleLineHeight labelAlign \
          labelBaseline labelColor labelFontSize labelFontWeight labelFont labelFontStyle \
          labelOpacity labelLimit labelOverlap labelFlush labelFlushOffset labelBound labelOffset \
          labelSeparation labelLineHeight gridColor gridDash gridDashOffset gridOpacity gridWidth \
          gridCap domainColor domainWidth domainDash domainOpacity domainCap tickBand tickCap \
          tickColor tickDash tickDashOffset tickOpacity tickOffset tickRound tickExtra bandPosition \
          translate style
          """)
      case .legend:
        Self.words(
          """
          symbolType symbolSize symbolFillColor symbolStrokeColor symbolStrokeWidth symbolOffset \
          symbolLimit symbolDash offset padding fillColor strokeColor cornerRadius labelAlign \
          labelColor labelFontSize labelLimit labelFont labelOffset labelOpacity labelPadding \
          labelOverlap titleAlign titleAnchor titleColor titleFontSize titleFontWeight titleLimit \
          titleOrient titlePadding gradientLength gradientThickness gradientOpacity \
          gradientStrokeColor rowPadding columnPadding gridAlign clipHeight legendX legendY \
          gradientStrokeWidth titleFont labelFontWeight labelSeparation
          """)
      case .header:
        Self.words(
          """
          labelAngle labelOrient labelColor labelFontSize labelPadding labelAlign labelAnchor \
          labelFontWeight titleOrient titleColor titleFontSize titlePadding titleAngle orient \
          titleAnchor titleAlign labelFont titleFont labelLimit titleFontWeight labelBaseline
          """)
      case .title:
        Self.words(
          """
          subtitle anchor align baseline color dx dy fontSize font fontStyle fontWeight frame limit \
          offset orient angle style subtitleColor subtitleFont subtitleFontSize subtitleFontStyle \
          subtitleFontWeight subtitlePadding
          """)
      }
    }

    private static func words(_ text: String) -> Set<String> {
      Set(text.split { $0 == " " || $0 == "\n" }.map(String.init))
    }
  }
}

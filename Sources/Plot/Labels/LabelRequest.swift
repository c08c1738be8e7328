import Graphics

/// A label that wants a place beside its point.
struct LabelRequest: Sendable {
  var words: String
  var frame: Frame
  var anchor: Point
  /// Of the point that the label belongs to.
  var radius: Points
  var mustBePlaced: Bool
  /// Whether the chart says it, not the data; it may be left out without a word.
  var isOwn = false
  /// Higher is placed first.
  var priority: Double
  /// How the words are set.
  var style = LabelStyle(size: 7.5)
}

/// A place found for a label.
struct PlacedLabel: Sendable {
  /// The ink's box.
  var box: Rect
  /// From the point to the label, when they are apart.
  var leader: (Point, Point)?
}

extension LabelRequest {
  /// Width of the text, and height from a little above the capitals to the descenders.
  var inkSize: Size { Size(width: frame.width, height: inkAscent + inkDescent) }

  var emSize: Points {
    frame.items.lazy.compactMap { item -> Points? in
      if case .glyphs(let run, _) = item { run.size } else { nil }
    }.first ?? frame.height * 0.8
  }

  /// Inter's capitals are 0.73 em high, its descenders 0.2 em deep.
  var inkAscent: Points { min(frame.ascent, emSize * 0.76) }
  var inkDescent: Points { min(frame.descent, emSize * 0.2) }

  /// What is lost when the label is left out: a kept one more than all others together.
  var worth: Double { mustBePlaced ? 1e6 : 1 + 10 * max(priority, 0) }
}

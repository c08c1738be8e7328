import Graphics
import MathSyntax
import Typography

/// Frames, colours behind, strokes across; phantoms, smashes, laps; rules.
extension MathLayouter {
  mutating func layOutEnclosure(
    _ enclosure: Enclosure, _ list: MathList, _ context: MathContext
  ) -> MathBox {
    let inner = whole(
      box(list, enclosure == .box && isDisplayBox(list) ? context.with(.display) : context))
    // LaTeX's \fboxsep is 3 pt and \fboxrule 0.4 pt at 10 pt.
    let padding = context.textSize * 0.3
    let thickness = context.textSize * 0.04
    switch enclosure {
    case .box:
      return framed(
        inner, padding: padding, thickness: thickness, border: context.color, fill: nil)
    case .colorBox(let fill, let border):
      return framed(
        inner, padding: padding, thickness: border == nil ? 0 : thickness,
        border: border.map(color) ?? context.color, fill: color(fill))
    case .cancel, .backCancel, .crossCancel, .cancelArrow, .strikeOut:
      return struck(enclosure, inner, context)
    case .phase: return layOutPhase(inner, context)
    case .actuarialAngle: return layOutActuarialAngle(inner, context)
    }
  }

  /// `\boxed` sets display style; `\fbox` holds words.
  private func isDisplayBox(_ list: MathList) -> Bool {
    if case .text = list.onlyNode?.kind { false } else { true }
  }

  private func color(_ color: MathColor) -> Color {
    Color(red: color.red, green: color.green, blue: color.blue)
  }

  func framed(
    _ inner: MathBox, padding: Points, thickness: Points, border: Color, fill: Color?
  ) -> MathBox {
    let space = padding + thickness
    let width = inner.width + 2 * space
    let (top, bottom) = (inner.ascent + space, -(inner.descent + space))
    var result = MathBox(width: width, ascent: top, descent: -bottom, topAccent: width / 2)
    if let fill {
      result.inks.append(
        MathInk(.fill(Size(width: width, height: top - bottom)), x: 0, y: -top, color: fill))
    }
    if thickness > 0 {
      let sides: [MathBox] = [
        .rule(width: width, top: top, bottom: top - thickness, color: border),
        .rule(width: width, top: bottom + thickness, bottom: bottom, color: border),
      ]
      for side in sides { result.place(side, x: 0) }
      for x in [0, width - thickness] {
        result.place(.rule(width: thickness, top: top, bottom: bottom, color: border), x: x)
      }
    }
    result.place(inner, x: space)
    return result
  }

  /// Strokes from corner to corner, a little beyond the ink (the cancel package).
  private func struck(
    _ enclosure: Enclosure, _ inner: MathBox, _ context: MathContext
  ) -> MathBox {
    var result = inner
    result.glyph = nil
    let reach = size(context) * 0.08
    let (left, right) = (-reach * 0.5, inner.width + reach * 0.5)
    let (top, bottom) = (-inner.ascent - reach, inner.descent + reach)
    func stroke(_ a: Point, _ b: Point) {
      result.inks.append(
        MathInk(
          .stroke(.line(from: a, to: b), width: size(context) * 0.046), x: 0, y: 0,
          color: context.color))
    }
    if enclosure == .cancel || enclosure == .crossCancel {
      stroke(Point(x: left, y: bottom), Point(x: right, y: top))
    }
    if enclosure == .backCancel || enclosure == .crossCancel {
      stroke(Point(x: left, y: top), Point(x: right, y: bottom))
    }
    if enclosure == .cancelArrow {
      // The head stands clear of the ink, so that the value does too.
      let tip = Point(x: right + reach, y: top - reach)
      let (dx, dy) = (tip.x - left, bottom - tip.y)
      let length = (dx * dx + dy * dy).squareRoot()
      let (ux, uy) = (dx / length, -dy / length)
      let head = size(context) * 0.26
      let (back, side) = (head, head * 0.34)
      let foot = Point(x: tip.x - ux * back, y: tip.y - uy * back)
      stroke(
        Point(x: left, y: bottom), Point(x: tip.x - ux * back * 0.6, y: tip.y - uy * back * 0.6))
      var arrow = Path.polyline([
        Point(x: foot.x - uy * side, y: foot.y + ux * side), tip,
        Point(x: foot.x + uy * side, y: foot.y - ux * side),
        Point(x: tip.x - ux * back * 0.75, y: tip.y - uy * back * 0.75),
      ])
      arrow.elements.append(.close)
      result.inks.append(MathInk(.shape(arrow), x: 0, y: 0, color: context.color))
      result.width = max(result.width, tip.x)
      result.ascent = max(result.ascent, -tip.y - reach)
    }
    if enclosure == .strikeOut {
      let middle = -font.face.metrics.xHeight * size(context) / 2
      stroke(Point(x: 0, y: middle), Point(x: inner.width, y: middle))
    } else {
      result.ascent += reach
      result.descent += reach
    }
    return result
  }

  /// Steinmetz's `\phase`: an angle under the quantity.
  private func layOutPhase(_ inner: MathBox, _ context: MathContext) -> MathBox {
    let em = size(context)
    let foot = inner.descent + em * 0.12
    let slant = (inner.ascent + foot) * 0.5
    var result = MathBox(width: slant + inner.width + em * 0.1)
    result.place(inner, x: slant)
    result.inks.append(
      MathInk(
        .stroke(
          .polyline([
            Point(x: slant, y: -inner.ascent), Point(x: 0, y: foot),
            Point(x: result.width, y: foot),
          ]), width: em * 0.046), x: 0, y: 0, color: context.color))
    result.descent = foot + em * 0.046
    return result
  }

  /// `\angl`: the actuarial angle over and right of a term.
  private func layOutActuarialAngle(_ inner: MathBox, _ context: MathContext) -> MathBox {
    let em = size(context)
    let top = inner.ascent + em * 0.12
    let width = inner.width + em * 0.14
    var result = MathBox(width: width + em * 0.05)
    result.place(inner, x: em * 0.02)
    result.inks.append(
      MathInk(
        .stroke(
          .polyline([
            Point(x: 0, y: -top), Point(x: width, y: -top), Point(x: width, y: inner.descent),
          ]), width: em * 0.046), x: 0, y: 0, color: context.color))
    result.ascent = top + em * 0.046
    return result
  }

  // MARK: Extents

  mutating func layOutExtent(
    _ change: ExtentChange, _ list: MathList, _ context: MathContext
  ) -> MathBox {
    var inner = whole(box(list, context))
    inner.glyph = nil
    switch change {
    case .phantom(let keepsWidth, let keepsHeight):
      inner.inks = []
      if !keepsWidth { inner.width = 0 }
      if !keepsHeight { (inner.ascent, inner.descent) = (0, 0) }
      return inner
    case .smash(let top, let bottom):
      if top { inner.ascent = 0 }
      if bottom { inner.descent = 0 }
      return inner
    case .lap(let side):
      var result = MathBox(ascent: inner.ascent, descent: inner.descent)
      let x: Points =
        switch side {
        case .left: -inner.width
        case .center: -inner.width / 2
        case .right: 0
        }
      result.place(inner, x: x)
      return result
    }
  }

  func layOutRule(
    width: MathLength, height: MathLength, shift: MathLength, _ context: MathContext
  ) -> MathBox {
    let bottom = points(shift, context)
    let tall = max(0, points(height, context))
    return .rule(
      width: max(0, points(width, context)), top: bottom + tall, bottom: bottom,
      color: context.color)
  }
}

/// What is drawn around or across a list.
public enum Enclosure: Hashable, Sendable {
  /// `\boxed`, `\fbox`: a frame in the text's colour.
  case box
  /// `\colorbox`, `\fcolorbox`.
  case colorBox(fill: MathColor, border: MathColor?)
  /// `\cancel`: a stroke from the lower left.
  case cancel
  /// `\bcancel`: a stroke from the upper left.
  case backCancel
  /// `\xcancel`: both.
  case crossCancel
  /// `\cancelto`: an arrow from the lower left to the value above it.
  case cancelArrow
  /// `\sout`: a horizontal stroke.
  case strikeOut
  /// `\phase`, `\angl`: an angle below, an actuarial angle above and right.
  case phase, actuarialAngle
}

/// Takes ink or extents away from a list.
public enum ExtentChange: Hashable, Sendable {
  /// `\phantom`, `\hphantom`, `\vphantom`: no ink, and only the named extents.
  case phantom(keepsWidth: Bool, keepsHeight: Bool)
  /// `\smash[tb]{…}`: ink without ascent, descent or both.
  case smash(top: Bool, bottom: Bool)
  /// `\llap`, `\clap`, `\rlap` and `\mathllap` …: no width; ink to the left, around, to the right.
  case lap(MathArray.ColumnAlignment)
}

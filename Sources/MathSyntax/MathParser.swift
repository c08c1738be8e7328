public import Diagnostics

/// TeX mathematics to a math list.
public enum MathParser {
  /// Parses one formula.
  ///
  /// - Parameters:
  ///   - tex: the formula's bytes, without dollars.
  ///   - span: where they stand; byte *i* of `tex` is byte `span.start + i` of the file.
  ///   - display: whether it is a display, where `\tag` is allowed.
  ///   - macros: commands the document defines. Definitions inside the formula end with it.
  ///   - limits: of nesting, expansion and length.
  /// - Returns: the list, which is whole even when there are diagnostics: what could not be read
  ///   is a node of kind `error`.
  public static func parse(
    _ tex: ArraySlice<UInt8>, span: SourceSpan, display: Bool, macros: MacroTable = .empty,
    limits: MathLimits = .standard
  ) -> (list: MathList, diagnostics: DiagnosticList) {
    (MathList(span: span), DiagnosticList())
  }
}

public import Diagnostics

/// A correction of one cell: the file stays as printed, the table holds the corrected value.
public struct Erratum: Hashable, Sendable {
  public var id: String
  public var table: String
  /// The row: `column=value`, joined by semicolons.
  public var key: [KeyPart]
  public var field: String
  public var printed: String
  public var corrected: String
  public var reason: String
  public var evidence: String
  /// The record in the errata file.
  public var span: SourceSpan

  public struct KeyPart: Hashable, Sendable {
    public var column: String
    public var value: String
  }

  public var keyText: String {
    key.map { "\($0.column)=\($0.value)" }.joined(separator: ";")
  }
}

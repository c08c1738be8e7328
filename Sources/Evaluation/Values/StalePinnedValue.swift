public import Diagnostics

/// A pinned number that no longer equals the data, with what `report fill` writes in its place.
public struct StalePinnedValue: Sendable, Equatable {
  /// As it stands in the chapter.
  public var written: String
  /// The current value with as many digits, in the same dress.
  public var current: String
  /// The bytes to be replaced: the number alone, without unit or emphasis.
  public var span: SourceSpan
  /// The whole pinned value, as diagnostics mark it.
  public var link: SourceSpan
}

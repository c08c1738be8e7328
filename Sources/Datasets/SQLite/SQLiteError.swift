/// A failure of SQLite outside the author's reach: no memory for the database, a broken library.
public struct SQLiteError: Error, Sendable, Equatable, CustomStringConvertible {
  public var operation: String
  public var code: Int32
  public var message: String

  public var description: String { "SQLite failed \(operation): \(message)" }
}

/// Why a statement of the author could not be compiled or run.
struct StatementFailure: Error {
  var code: Int32
  var message: String
  /// The byte of the statement at fault, when SQLite knows it.
  var offset: Int?
}

import CSQLite
import Diagnostics

/// A table of an SQLite file, read without writing to it.
enum SQLiteTable {
  /// - Parameters:
  ///   - bytes: the file.
  ///   - span: where the package names it.
  /// - Returns: the table as CSV in the order of its rows.
  static func csv(
    _ bytes: [UInt8], table: String, at span: SourceSpan?
  ) throws(DiagnosticList) -> [UInt8] {
    func failure(_ message: String, help: [String] = []) -> DiagnosticList {
      DiagnosticList([Diagnostic(.error, "unreadable-file", message, at: span, help: help)])
    }
    do {
      let connection = try Connection(limits: QueryLimits())
      try connection.open(bytes)
      let tables = try connection.rows(
        "SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') ORDER BY name")
      let names = tables.compactMap { $0[0].text }
      guard names.contains(table) else {
        throw failure(
          "the database has no table '\(table)'",
          help: helpForUnknown(table, among: names, called: "tables")
            + ["name it: dialect: {table: …}"])
      }
      return try connection.csv("SELECT * FROM \(quotedIdentifier(table))")
    } catch let error as DiagnosticList {
      throw error
    } catch let error as SQLiteError {
      throw failure("this is no SQLite database that can be read: \(error.message)")
    } catch {
      throw failure("\(error)")
    }
  }
}

extension Connection {
  /// Takes the bytes of a database file for this connection's contents, read-only.
  fileprivate func open(_ bytes: [UInt8]) throws(SQLiteError) {
    guard let copy = sqlite3_malloc64(UInt64(max(1, bytes.count))) else {
      throw SQLiteError(operation: "opening a database", code: SQLITE_NOMEM, message: "no memory")
    }
    copy.copyMemory(from: bytes, byteCount: bytes.count)
    // The write version and the read version of a file in WAL mode, which memory cannot keep. What is
    // still in its log beside it is not part of the file.
    if bytes.count > 19, bytes[18] == 2, bytes[19] == 2 {
      copy.storeBytes(of: 1, toByteOffset: 18, as: UInt8.self)
      copy.storeBytes(of: 1, toByteOffset: 19, as: UInt8.self)
    }
    // SQLite attaches the bytes, which statements may not.
    sandbox.isOpen = true
    defer { sandbox.isOpen = false }
    let flags = UInt32(SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_READONLY)
    let code = sqlite3_deserialize(
      handle, "main", copy.assumingMemoryBound(to: UInt8.self), Int64(bytes.count),
      Int64(bytes.count), flags)
    guard code == SQLITE_OK else { throw error("opening a database", code) }
  }

  /// - Throws: also when a view of the file asks for more than a statement may.
  fileprivate func csv(_ sql: String) throws(SQLiteError) -> [UInt8] {
    sandbox.begin()
    do throws(StatementFailure) {
      let statement = try Statement(self, sql)
      let columns = 0..<statement.columnCount
      var bytes = Array(
        columns.map { TypedCell.quoted(statement.columnName($0)) }.joined(separator: [0x2C]))
      bytes.append(0x0A)
      while try statement.step() {
        for column in columns {
          if column > 0 { bytes.append(0x2C) }
          if sqlite3_column_type(statement.handle, Int32(column)) == SQLITE_BLOB {
            throw StatementFailure(
              code: SQLITE_MISMATCH,
              message: "the column '\(statement.columnName(column))' holds a blob", offset: nil)
          }
          switch statement.value(column) {
          case .null: break
          case .text(let text): bytes += TypedCell.quoted(text)
          case let value: bytes += value.description.utf8
          }
        }
        bytes.append(0x0A)
      }
      return bytes
    } catch {
      throw SQLiteError(operation: "reading a table", code: error.code, message: error.message)
    }
  }
}

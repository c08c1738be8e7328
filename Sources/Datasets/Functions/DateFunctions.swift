import Synchronization

/// SQLite's date functions without its clock and without the machine's time zone.
///
/// The dates of a report come from its data; `date('now')` would print another report tomorrow, and
/// `'localtime'` another one elsewhere. SQLite's own functions stay in use for everything else, on a
/// connection of their own, because replacing a function hides the original.
enum DateFunctions {
  private static let names = [
    "date", "time", "datetime", "julianday", "unixepoch", "strftime",
  ]

  static func all() throws(SQLiteError) -> [SQLFunction] {
    let original = Mutex(try Connection(limits: QueryLimits()))
    let shared = Shared(connection: original)
    return names.map { name in
      SQLFunction(name, 0...16, signature: "\(name)(…)") {
        (arguments) throws(SQLFunction.Failure) in
        let needed = name == "strftime" ? 2 : 1
        guard arguments.count >= needed else { throw SQLFunction.Failure(noClock(name)) }
        for case .text(let text) in arguments {
          switch text.lowercased().filter({ $0 != " " }) {
          case "now": throw SQLFunction.Failure(noClock(name))
          case "localtime", "utc":
            throw SQLFunction.Failure("\(name) knows no time zone: '\(text)' differs by machine")
          default: break
          }
        }
        return try shared.call(name, arguments)
      }
    }
  }

  private static func noClock(_ name: String) -> String {
    "\(name) has no clock: a report gives the same values every day; put the date in the data"
  }

  private final class Shared: Sendable {
    private let connection: Mutex<Connection>

    init(connection: consuming sending Mutex<Connection>) { self.connection = connection }

    func call(
      _ name: String, _ arguments: ArraySlice<CellValue>
    ) throws(SQLFunction.Failure) -> CellValue {
      let marks = arguments.map { _ in "?" }.joined(separator: ", ")
      let values = Array(arguments)
      do throws(SQLiteError) {
        return try connection.withLock { (connection) throws(SQLiteError) in
          try connection.rows("SELECT \(name)(\(marks))", values)[0][0]
        }
      } catch {
        throw SQLFunction.Failure("\(name): \(error.message)")
      }
    }
  }
}

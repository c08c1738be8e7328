import CSQLite

/// SQLite's text functions of which one call alone can take hours, written anew with the same
/// results: a step limit is only looked at between calls.
extension Connection {
  func registerTextFunctions() throws(SQLiteError) {
    let functions: [(name: String, count: Int32, call: TextFunction)] = [
      ("like", 2, likeFunction), ("like", 3, likeFunction), ("glob", 2, globFunction),
      ("trim", 2, trimFunction), ("ltrim", 2, leftTrimFunction), ("rtrim", 2, rightTrimFunction),
    ]
    for function in functions {
      let code = sqlite3_create_function_v2(
        handle, function.name, function.count,
        SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS, nil, function.call, nil, nil, nil)
      guard code == SQLITE_OK else { throw error("registering '\(function.name)'", code) }
    }
  }
}

private typealias Arguments = UnsafeMutablePointer<OpaquePointer?>?
private typealias TextFunction = @convention(c) (OpaquePointer?, Int32, Arguments) -> Void

/// The characters of an argument; nil when it is missing.
private func characters(_ arguments: Arguments, _ index: Int) -> [UInt32]? {
  guard let text = sqlite3_value_text(arguments?[index]) else { return nil }
  let count = Int(sqlite3_value_bytes(arguments?[index]))
  let bytes = UnsafeBufferPointer(start: text, count: count)
  return String(decoding: bytes, as: UTF8.self).unicodeScalars.map(\.value)
}

/// `text LIKE pattern [ESCAPE character]` is like(pattern, text[, character]).
private func likeFunction(_ context: OpaquePointer?, _ count: Int32, _ arguments: Arguments) {
  guard let pattern = characters(arguments, 0), let text = characters(arguments, 1) else { return }
  var escape: UInt32?
  if count == 3 {
    guard let given = characters(arguments, 2) else { return }
    guard given.count == 1 else {
      sqlite3_result_error(context, "ESCAPE expression must be a single character", -1)
      return
    }
    escape = given[0]
  }
  let isMatch = WildcardPattern(like: pattern, escape: escape).matches(text)
  sqlite3_result_int(context, isMatch ? 1 : 0)
}

private func globFunction(_ context: OpaquePointer?, _ count: Int32, _ arguments: Arguments) {
  guard let pattern = characters(arguments, 0), let text = characters(arguments, 1) else { return }
  sqlite3_result_int(context, WildcardPattern(glob: pattern).matches(text) ? 1 : 0)
}

private func trimFunction(_ context: OpaquePointer?, _ count: Int32, _ arguments: Arguments) {
  trim(context, arguments, left: true, right: true)
}

private func leftTrimFunction(_ context: OpaquePointer?, _ count: Int32, _ arguments: Arguments) {
  trim(context, arguments, left: true, right: false)
}

private func rightTrimFunction(_ context: OpaquePointer?, _ count: Int32, _ arguments: Arguments) {
  trim(context, arguments, left: false, right: true)
}

private func trim(_ context: OpaquePointer?, _ arguments: Arguments, left: Bool, right: Bool) {
  guard let text = characters(arguments, 0), let removed = characters(arguments, 1) else { return }
  let set = Set(removed)
  var rest = text[...]
  if left { rest = rest.drop { set.contains($0) } }
  if right {
    while let last = rest.last, set.contains(last) { rest.removeLast() }
  }
  var trimmed = String.UnicodeScalarView()
  trimmed.append(contentsOf: rest.lazy.compactMap { Unicode.Scalar($0) })
  let result = String(trimmed)
  report_sqlite3_result_text(context, result, Int32(result.utf8.count))
}

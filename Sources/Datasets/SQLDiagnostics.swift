import CSQLite
import Configuration
import Diagnostics

/// SQLite's messages as diagnostics: at the word at fault, with the names that exist.
extension Store.State {
  /// A failure of compiling, with names from the tables that the statement reads.
  mutating func diagnoseWithNames(_ failure: StatementFailure, in sql: SpannedText) -> Diagnostic {
    let tokens = SQLTokens(sql.bytes)
    var diagnostic = diagnose(failure, in: sql)
    switch diagnostic.code {
    case "unknown-column":
      let name = named(failure.message)
      diagnostic.help = columnHelp(name, tokens)
      if isCompared(failure, in: sql) {
        diagnostic.help.insert("text stands in single quotes: '\(name)'", at: 0)
      }
    case "ambiguous-column":
      let name = named(failure.message).lowercased()
      let holders = tokens.sources.filter { source in
        columns(of: source.table)?.contains { $0.lowercased() == name } ?? false
      }
      diagnostic.help = [
        "write which one: "
          + holders.map { "\($0.alias).\(named(failure.message))" }.joined(separator: " or ")
      ]
    default: break
    }
    return diagnostic
  }

  /// Whether the word at fault stands behind a sign of comparison, as a value would.
  private func isCompared(_ failure: StatementFailure, in sql: SpannedText) -> Bool {
    guard let offset = failure.offset, sql.bytes.indices.contains(offset) else { return false }
    let before = sql.bytes[..<offset].last { $0 > 0x20 }
    return before.map { "=<>".utf8.contains($0) } ?? false
  }

  /// A failure of compiling.
  func diagnose(_ failure: StatementFailure, in sql: SpannedText) -> Diagnostic {
    let span = span(of: failure, in: sql)
    let message = failure.message
    let name = named(message)
    let refused = statementWord(sql, isRefused: message.contains("syntax error"))
    if refused != nil || failure.code == SQLITE_AUTH || message.hasPrefix("not authorized")
      || message.contains("prohibited")
    {
      let what = refused ?? connection.sandbox.refusal ?? "this statement"
      return .error(
        "sql-forbidden", "\(what) is not allowed: the data can only be read", at: span)
    }
    if message.hasPrefix("no such column: ") {
      return .error("unknown-column", "there is no column '\(name)'", at: span)
    }
    if message.hasPrefix("no such table: ") || message.hasPrefix("no such view: ") {
      if isUnread(bare(name)) {
        return .note(
          "faulty-data", "not computed, because the data could not be read", at: sql.span)
      }
      let names = tableOrder + viewOrder
      return Diagnostic(
        .error, "unknown-table", "there is no table or query '\(bare(name))'",
        at: place(bare(name), span, sql),
        help: helpForUnknown(bare(name), among: names.sorted(), called: "names"))
    }
    if message.hasPrefix("no such function: ") {
      if brokenFunctions.contains(name.lowercased()) {
        return .note(
          "broken-formula", "not computed, because the formula '\(name)' has errors", at: sql.span)
      }
      let near = nearestName(to: name, in: functionNames())
      return Diagnostic(
        .error, "unknown-function", "there is no function '\(name)'", at: span,
        help: near.map { ["did you mean '\($0)'?"] } ?? [])
    }
    if message.hasPrefix("wrong number of arguments to function ") {
      let function = message.dropFirst("wrong number of arguments to function ".count)
        .prefix { $0 != "(" }
      let signature = signatures[function.lowercased()].map { ["it is called as \($0.signature)"] }
      return Diagnostic(
        .error, "wrong-arguments", "\(function) has another number of arguments",
        at: callSpan(of: String(function), in: sql), help: signature ?? [])
    }
    if message.hasPrefix("ambiguous column name: ") {
      return .error(
        "ambiguous-column", "the column '\(name)' stands in more than one table", at: span)
    }
    if message.hasPrefix("view "), message.hasSuffix("is circularly defined") {
      return .error("circular-query", "this query reads itself", at: span)
    }
    if message.contains("syntax error") || message.hasPrefix("unrecognized token")
      || message.hasPrefix("incomplete input")
    {
      let end = message.hasPrefix("incomplete input")
      return .error(
        "sql-syntax", end ? "the statement is not complete" : message,
        at: end ? lastToken(of: sql) : span)
    }
    return .error("sql-error", message, at: span)
  }

  /// A failure of running.
  func diagnoseRun(_ failure: StatementFailure, row: Int, in sql: SpannedText) -> Diagnostic {
    let sandbox = connection.sandbox
    if sandbox.isOutOfSteps {
      return .error(
        "query-too-long", "the query takes more than \(sandbox.limits.steps) steps", at: sql.span,
        help: "look for a join without a condition or a recursion without an end")
    }
    if sandbox.isOutOfTime {
      return .error(
        "query-too-long", "the query takes more than \(Int(sandbox.limits.seconds)) seconds",
        at: sql.span, help: "look for functions of very long texts")
    }
    if failure.code == SQLITE_FULL {
      return .error("query-too-large", "the query returns \(failure.message)", at: sql.span)
    }
    if failure.code == SQLITE_NOMEM || failure.code == SQLITE_TOOBIG {
      return .error("query-too-large", "the query needs too much memory", at: sql.span)
    }
    if let function = sandbox.failedFunction {
      if isUnread(Self.modelTable), failure.message.contains("there is no model") {
        return .note(
          "faulty-data", "not computed, because the models could not be read", at: sql.span)
      }
      return Diagnostic(
        .error, "function-domain", failure.message, at: callSpan(of: function, in: sql),
        help: ["while computing row \(row) of the result"])
    }
    return .error("sql-error", failure.message, at: span(of: failure, in: sql))
  }

  /// The call in the statement, or in a query that it reads.
  private func callSpan(of function: String, in sql: SpannedText) -> SourceSpan {
    let tokens = SQLTokens(sql.bytes)
    if let range = tokens.call(of: function) { return sql.span(range) }
    if !tokens.names.contains(function.lowercased()) {
      var seen: Set<String> = []
      var pending = tokens.names.sorted()
      while let name = pending.popLast() {
        guard seen.insert(name).inserted, let view = views[name] else { continue }
        let body = view.definition.query.sql
        if let range = SQLTokens(body.bytes).call(of: function) { return body.span(range) }
        pending += view.mentions.sorted()
      }
    }
    return sql.span
  }

  private func span(of failure: StatementFailure, in sql: SpannedText) -> SourceSpan {
    guard let offset = failure.offset, offset < sql.bytes.count else { return sql.span }
    let token = SQLTokens(sql.bytes).tokens.first { $0.range.upperBound > offset }
    guard let token, token.range.lowerBound <= offset else {
      return sql.span(offset..<offset + 1)
    }
    return sql.span(max(offset, token.range.lowerBound)..<token.range.upperBound)
  }

  private func lastToken(of sql: SpannedText) -> SourceSpan {
    SQLTokens(sql.bytes).tokens.last.map { sql.span($0.range) } ?? sql.span
  }

  /// SQLite gives no place for an unknown table: its name in the text has one.
  private func place(_ name: String, _ span: SourceSpan, _ sql: SpannedText) -> SourceSpan {
    guard span == sql.span else { return span }
    let words = SQLTokens(sql.bytes)
    let wanted = name.lowercased()
    // The same word may be a column's name or an alias before.
    let range =
      words.sources.first { $0.table.lowercased() == wanted }?.range
      ?? words.tokens.last { $0.isName && $0.text.lowercased() == wanted }?.range
    return range.map { sql.span($0) } ?? span
  }

  /// The word of a statement that changes the schema: SQLite asks leave to delete from its own
  /// tables first, which is not what the author wrote.
  private func statementWord(_ sql: SpannedText, isRefused: Bool) -> String? {
    let word = SQLTokens(sql.bytes).tokens.first?.text.uppercased()
    return word.flatMap {
      ["DROP", "CREATE", "ALTER", "REINDEX", "ANALYZE"].contains($0)
        // In a named query, where SQLite takes nothing but SELECT, these are errors of grammar.
        || isRefused
          && ["INSERT", "UPDATE", "DELETE", "REPLACE", "ATTACH", "DETACH", "PRAGMA", "VACUUM"]
            .contains($0)
        ? $0 : nil
    }
  }

  /// What stands behind the colon of a message.
  private func named(_ message: String) -> String {
    guard let colon = message.firstIndex(of: ":") else { return message }
    return String(message[colon...].dropFirst(2))
  }

  private func bare(_ name: String) -> String {
    name.hasPrefix("main.") ? String(name.dropFirst(5)) : name
  }

  private func functionNames() -> [String] {
    let builtin =
      (try? connection.rows("SELECT DISTINCT name FROM pragma_function_list ORDER BY 1"))
    let names = (builtin ?? []).compactMap { $0[0].text }
    return Array(Set(signatures.values.map(\.name) + names)).sorted()
  }

  private mutating func columnHelp(_ name: String, _ tokens: SQLTokens) -> [String] {
    let parts = name.split(separator: ".").map(String.init)
    let sources = tokens.sources
    if parts.count == 2 {
      guard let source = sources.first(where: { $0.alias.lowercased() == parts[0].lowercased() })
      else {
        return helpForUnknown(parts[0], among: sources.map(\.alias), called: "tables here")
      }
      guard let columns = columns(of: source.table) else { return [] }
      return helpForUnknown(parts[1], among: columns, called: "columns")
        .map { $0.hasPrefix("its") ? "the columns of '\(source.table)'" + $0.dropFirst(11) : $0 }
    }
    var all: [String] = []
    for source in sources {
      for column in columns(of: source.table) ?? [] where !all.contains(column) {
        all.append(column)
      }
    }
    return helpForUnknown(name, among: all, called: "columns")
  }
}

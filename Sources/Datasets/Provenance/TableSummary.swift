import Configuration

/// What a reader needs to know of a table: for `report data`, the reviewer's pages and the lock.
public struct TableSummary: Sendable {
  public struct Column: Sendable {
    public var name: String
    public var kind: SchemaField.Kind
    public var title: String?
    public var unit: String?
    public var description: String?
    /// Rows without a value.
    public var missingCount: Int
    /// The most decimals printed; nil for text.
    public var decimals: Int?
    /// What the schema asks of its values, in words: "required", "0 to 100".
    public var rules: [String]
  }

  public var name: String
  public var title: String?
  public var description: String?
  public var sources: [DataOrigin]
  public var licenses: [DataLicense]
  /// As diagnostics print it.
  public var path: String
  public var byteCount: Int
  public var sha256: SHA256
  public var rowCount: Int
  public var columns: [Column]
  /// Corrections of its cells.
  public var errata: [Erratum]
}

extension Store {
  /// All tables, in the order of the package.
  public func summaries() throws(SQLiteError) -> [TableSummary] {
    try withState { (state) throws(SQLiteError) in
      var summaries: [TableSummary] = []
      for name in state.tableOrder { summaries.append(try state.summary(of: name)) }
      return summaries
    }
  }

  /// The tables whose files break their schema, in the order of the package.
  public var tablesWithErrors: [String] {
    withState { state in
      state.tableOrder.filter { state.faultyTables.contains($0.lowercased()) }
    }
  }

  /// The hashes of all data files.
  public func dataLock() throws(SQLiteError) -> DataLock {
    DataLock(
      entries: try summaries().map {
        DataLock.Entry(path: $0.path, sha256: $0.sha256.description, rowCount: $0.rowCount)
      })
  }
}

extension Store.State {
  fileprivate func summary(of name: String) throws(SQLiteError) -> TableSummary {
    guard let table = tables[name.lowercased()] else {
      preconditionFailure("every name in the order belongs to a table")
    }
    let counts = table.fields.map { "count(*) - count(\(quotedIdentifier($0.name.value)))" }
    let row = try connection.rows(
      "SELECT count(*), \(counts.joined(separator: ", ")) FROM \(quotedIdentifier(name))")[0]
    func count(_ index: Int) -> Int {
      if case .integer(let value) = row[index] { Int(value) } else { 0 }
    }
    let columns = table.fields.enumerated().map { index, field in
      TableSummary.Column(
        name: field.name.value, kind: field.kind, title: field.title, unit: field.unit?.value,
        description: field.description, missingCount: count(index + 1),
        decimals: field.kind == .number
          ? table.decimals[index] : field.kind == .integer ? 0 : nil,
        rules: (table.keyFields.contains(index) ? ["key"] : []) + field.constraints.rules)
    }
    return TableSummary(
      name: name, title: table.title, description: table.description, sources: table.sources,
      licenses: table.licenses, path: table.file.path, byteCount: table.file.original.count,
      sha256: SHA256(table.file.original), rowCount: count(0), columns: columns,
      errata: (corrections[name.lowercased()] ?? []).map(\.erratum))
  }
}

extension FieldConstraints {
  /// The constraints in words.
  fileprivate var rules: [String] {
    var rules: [String] = []
    if isRequired { rules.append("required") }
    if isUnique { rules.append("unique") }
    switch (minimum, maximum) {
    case (let low?, let high?): rules.append("\(low) to \(high)")
    case (let low?, nil): rules.append("at least \(low)")
    case (nil, let high?): rules.append("at most \(high)")
    case (nil, nil): break
    }
    if let exclusiveMinimum { rules.append("more than \(exclusiveMinimum)") }
    if let exclusiveMaximum { rules.append("less than \(exclusiveMaximum)") }
    if let allowed { rules.append("one of " + allowed.map(\.description).joined(separator: " | ")) }
    if let pattern { rules.append("like \(pattern.value)") }
    if let minimumLength { rules.append("\(minimumLength) characters or more") }
    if let maximumLength { rules.append("\(maximumLength) characters or fewer") }
    return rules
  }
}

import Configuration
public import Diagnostics

extension Store {
  /// Loads all resources of a package, applies the errata, checks keys, and closes the database to
  /// writing.
  ///
  /// The errata are the file `errata.csv` beside the package, whether it is a resource or not.
  ///
  /// - Parameters:
  ///   - package: the text of `datapackage.yaml` or `.json`.
  ///   - read: the bytes of a file by its path as diagnostics print it: the package's folder and the
  ///     resource's path.
  /// - Returns: everything that is wrong in the package, its files and its errata.
  public func load(
    _ package: SourceFile, read: (_ path: String) throws -> [UInt8]
  ) throws(SQLiteError) -> DiagnosticList {
    let parsed: DataPackage
    var diagnostics: DiagnosticList
    do {
      (parsed, diagnostics) = try DataPackage.parse(package, countingUnits: countingUnits)
    } catch {
      withState { $0.lacksPackage = true }
      return error
    }
    let folder = package.path.split(separator: "/").dropLast().joined(separator: "/")
    let prefix = (package.path.hasPrefix("/") ? "/" : "") + (folder.isEmpty ? "" : folder + "/")
    var files: [DataFile?] = []
    let uses = Dictionary(grouping: parsed.resources, by: \.path.value)
    for resource in parsed.resources {
      let path = prefix + resource.path.value
      do {
        let format = try DataFormat(of: resource)
        let bytes = try read(path)
        diagnostics.append(contentsOf: resource.contentProblems(bytes))
        let contents = try resource.unpacked(bytes)
        files.append(
          try format.open(
            contents, path: path, of: resource,
            isShared: uses[resource.path.value, default: []].count > 1, sources: sources))
      } catch let problems as DiagnosticList {
        diagnostics.append(contentsOf: problems)
        files.append(nil)
      } catch {
        diagnostics.append(
          .error(
            "unreadable-file", "the data file '\(path)' cannot be read", at: resource.path.span,
            help: "\(error)"))
        files.append(nil)
      }
    }
    let errataPath = prefix + "errata.csv"
    let errata =
      files.compactMap { $0 }.first { $0.path == errataPath }
      ?? (try? read(errataPath)).map { DataFile(path: errataPath, bytes: $0, sources: sources) }
    let loaded = files
    let found = try withState { (state) throws(SQLiteError) in
      try state.load(parsed, files: loaded, errata: errata)
    }
    diagnostics.append(contentsOf: found)
    return diagnostics
  }
}

extension Store.State {
  mutating func load(
    _ package: DataPackage, files: [DataFile?], errata: DataFile?
  ) throws(SQLiteError) -> DiagnosticList {
    var diagnostics = DiagnosticList()
    let errataFile = errata.map { ErrataFile($0) }
    if let errataFile { diagnostics.append(contentsOf: errataFile.diagnostics) }
    var records = Dictionary(grouping: errataFile?.records ?? []) {
      $0.erratum.table.lowercased()
    }
    for (resource, file) in zip(package.resources, files) {
      let ofTable = records.removeValue(forKey: resource.name.value.lowercased()) ?? []
      guard let file else {
        unreadTables.insert(resource.name.value.lowercased())
        continue
      }
      let found = try load(resource, of: package, file, ofTable)
      diagnostics.append(contentsOf: found)
    }
    let names = package.resources.map(\.name.value)
    for record in (errataFile?.records ?? [])
    where records[record.erratum.table.lowercased()] != nil {
      diagnostics.append(
        Diagnostic(
          .error, "unknown-table", "there is no table '\(record.erratum.table)'",
          at: record.spans["table"],
          help: helpForUnknown(record.erratum.table, among: names, called: "tables")))
    }
    let order = (errataFile?.records ?? []).map(\.erratum.id)
    self.errata.sort { a, b in
      (order.firstIndex(of: a.id) ?? 0) < (order.firstIndex(of: b.id) ?? 0)
    }
    for resource in package.resources where !isUnread(resource.name.value) {
      let found = try checkKeys(of: resource)
      if found.hasErrors { faultyTables.insert(resource.name.value.lowercased()) }
      diagnostics.append(contentsOf: found)
    }
    try connection.execute("PRAGMA query_only = ON")
    return diagnostics
  }

  private func loader(
    of resource: DataResource, _ package: DataPackage, _ schema: TableSchema,
    _ dialect: CSVDialect, _ file: DataFile
  ) -> TableLoader {
    var loader = TableLoader(
      LoadedTable(
        name: resource.name.value, title: resource.title, description: resource.description,
        sources: resource.sources.isEmpty ? package.sources : resource.sources,
        licenses: resource.licenses.isEmpty ? package.licenses : resource.licenses,
        fields: schema.fields, fieldsMatch: schema.fieldsMatch,
        missingValues: schema.missingValues, dialect: dialect, file: file))
    loader.table.keyFields = Set(schema.primaryKey.compactMap { schema.field($0.value) })
    return loader
  }

  private mutating func load(
    _ resource: DataResource, of package: DataPackage, _ file: DataFile,
    _ records: [ErrataFile.Record]
  ) throws(SQLiteError) -> DiagnosticList {
    let name = resource.name.value
    let printedName = name + "_printed"
    let dialect = (try? DataFormat(of: resource))?.dialect(resource.dialect) ?? resource.dialect
    let isLarge =
      file.bytes.count >= ColumnCopy.leastBytes && !file.isTyped && records.isEmpty
    // A guess from the first records holds when every record can be read by it.
    if isLarge,
      let schema = resource.schema
        ?? SchemaInference.schema(of: file, dialect, most: SchemaInference.sampleSize),
      try showColumns(of: loader(of: resource, package, schema, dialect, file))
    {
      return DiagnosticList()
    }
    guard let schema = resource.schema ?? SchemaInference.schema(of: file, dialect) else {
      return .error("empty-file", "the file '\(file.path)' is empty", at: resource.path.span)
    }
    var loader = loader(of: resource, package, schema, dialect, file)
    if isLarge, resource.schema == nil, try showColumns(of: loader) { return DiagnosticList() }
    loader = self.loader(of: resource, package, schema, dialect, file)
    // The table as printed comes first: an erratum looks up its row there.
    let loadedName = records.isEmpty ? name : printedName
    try loader.load(into: connection, as: loadedName)
    let table = loader.table
    tables[name.lowercased()] = table
    tableOrder.append(name)

    var diagnostics = DiagnosticList()
    var excused: Set<[Int]> = []
    if records.isEmpty {
      connection.columnTables.tables[name.lowercased()] = loader.columnCopy
      try createPrintedView(of: name)
    } else {
      var applier = ErrataApplier(table: table, printedName: printedName, connection: connection)
      try applier.find(records)
      try connection.execute(loader.createStatement(name))
      try connection.execute(
        "INSERT INTO \(quotedIdentifier(name)) SELECT * FROM \(quotedIdentifier(printedName))"
          + " ORDER BY rowid")
      try applier.apply(to: name)
      // Where rows are not what they were, an erratum finds nothing and is not to blame.
      let isMoved =
        loader.isUnread || loader.problems.contains { $0.code == TableLoader.unevenRow }
      for problem in applier.diagnostics.all where !isMoved || problem.code != "stale-erratum" {
        diagnostics.append(problem)
      }
      corrections[name.lowercased()] = applier.corrections
      tables[name.lowercased()]?.noteDecimals(of: applier.corrections)
      errata += applier.corrections.map(\.erratum)
      excused = Set(applier.corrections.map { [$0.row, $0.field] })
    }
    var found = loader.problems
    for problem in found { noteFault(problem, in: table) { excused.contains([$0, $1]) } }
    if !found.isEmpty {
      var shifted = ShiftedRows(table)
      shifted.explain(&found)
      SwappedColumns(table).explain(&found)
    }
    if loader.isUnread { unreadTables.insert(name.lowercased()) }
    let uneven = Set(found.filter { $0.code == TableLoader.unevenRow }.compactMap(\.row))
    var problems = CellProblems()
    for problem in found {
      // What a row's shifted cells break follows from its count of cells.
      if let row = problem.row, uneven.contains(row), problem.field != nil { continue }
      problems.append(problem) { excused.contains([$0, $1]) }
    }
    for problem in problems.diagnostics(in: file, fields: table.fields) {
      diagnostics.append(problem)
    }
    if diagnostics.hasErrors { faultyTables.insert(name.lowercased()) }
    return diagnostics
  }
}

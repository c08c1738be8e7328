import Configuration
import Diagnostics
import Formulas

extension DataPackage {
  /// What decoding cannot see: names that clash or do not exist.
  func problems(countingUnits: [String]) -> DiagnosticList {
    var problems = DiagnosticList()
    var seen: [String: SourceSpan?] = [:]
    for resource in resources {
      let name = resource.name.value
      checkName(name, at: resource.name.span, of: "table", &problems)
      for suffix in ["_printed", "_text"] where name.lowercased().hasSuffix(suffix) {
        problems.append(
          .error(
            "bad-name", "the name '\(name)' ends in '\(suffix)'", at: resource.name.span,
            help: "that ending names the table as printed; choose another name"))
      }
      if seen.updateValue(resource.name.span, forKey: name.lowercased()) != nil {
        problems.append(
          .error("duplicate-name", "there are two resources '\(name)'", at: resource.name.span))
      }
      checkPath(resource.path, &problems)
      if let schema = resource.schema {
        check(schema, of: resource, &problems)
        for field in schema.fields { checkUnit(field, countingUnits, &problems) }
      }
    }
    return problems
  }

  private func checkName(
    _ name: String, at span: SourceSpan?, of what: String, _ problems: inout DiagnosticList
  ) {
    let isWord = name.utf8.allSatisfy { byte in
      byte == 0x5F || byte >= 0x80 || (0x30...0x39).contains(byte)
        || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }
    if name.isEmpty || !isWord {
      problems.append(
        .error(
          "bad-name", "'\(name)' is no name for a \(what)", at: span,
          help: "use letters, digits and _"))
    }
    if name.lowercased().hasPrefix("sqlite_") {
      problems.append(.error("bad-name", "names that begin with 'sqlite_' are SQLite's", at: span))
    }
  }

  /// A unit that is not known is printed, but no formula can be checked with it.
  private func checkUnit(
    _ field: SchemaField, _ counting: [String], _ problems: inout DiagnosticList
  ) {
    guard let text = field.unit?.value else { return }
    do throws(UnitError) {
      _ = try Unit(parsing: text, counting: counting)
    } catch {
      problems.append(
        Diagnostic(
          .warning, "unknown-unit", error.message, at: field.unit?.span, help: error.help))
    }
  }

  private func checkPath(_ path: Spanned<String>, _ problems: inout DiagnosticList) {
    let text = path.value
    if text.hasPrefix("/") || text.contains("://") || text.split(separator: "/").contains("..") {
      problems.append(
        .error(
          "bad-path", "the path '\(text)' leads out of the package's folder", at: path.span,
          help: "keep data files beside the package and name them by relative paths"))
    }
  }

  private func check(
    _ schema: TableSchema, of resource: DataResource, _ problems: inout DiagnosticList
  ) {
    let names = schema.fields.map(\.name.value)
    var seen: Set<String> = []
    for field in schema.fields where !seen.insert(field.name.value.lowercased()).inserted {
      problems.append(
        .error("duplicate-name", "there are two fields '\(field.name.value)'", at: field.name.span))
    }
    func checkFields(_ wanted: [Spanned<String>], among names: [String], of table: String) {
      for field in wanted where !names.contains(field.value) {
        problems.append(
          Diagnostic(
            .error, "unknown-field", "'\(table)' has no field '\(field.value)'", at: field.span,
            help: helpForUnknown(field.value, among: names, called: "fields")))
      }
    }
    checkFields(schema.primaryKey, among: names, of: resource.name.value)
    for key in schema.uniqueKeys { checkFields(key, among: names, of: resource.name.value) }
    for key in schema.foreignKeys {
      checkFields(key.fields, among: names, of: resource.name.value)
      guard let other = key.resource else {
        checkFields(key.referenced, among: names, of: resource.name.value)
        continue
      }
      guard let target = resources.first(where: { $0.name.value == other.value }) else {
        problems.append(
          Diagnostic(
            .error, "unknown-table", "there is no resource '\(other.value)'", at: other.span,
            help: helpForUnknown(
              other.value, among: resources.map(\.name.value), called: "resources")))
        continue
      }
      if let fields = target.schema?.fields {
        checkFields(key.referenced, among: fields.map(\.name.value), of: other.value)
      }
      if key.fields.count != key.referenced.count {
        problems.append(
          .error("bad-value", "a foreign key pairs fields one to one", at: other.span))
      }
    }
  }
}

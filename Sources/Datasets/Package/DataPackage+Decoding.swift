import Configuration
import Diagnostics

extension DataPackage: Decodable {
  private enum CodingKeys: String, CodingKey, CaseIterable {
    case name, title, description, sources, licenses, resources
    // Of the standard, and without effect on how data is read.
    case id, profile, homepage, version, created, contributors, keywords, image
    case schema = "$schema"
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    name = try container.decodeIfPresent(String.self, forKey: .name)
    title = try container.decodeIfPresent(String.self, forKey: .title)
    description = try container.decodeIfPresent(String.self, forKey: .description)
    sources = try container.decodeIfPresent([DataOrigin].self, forKey: .sources) ?? []
    licenses = try container.decodeIfPresent([DataLicense].self, forKey: .licenses) ?? []
    resources = try container.decode([DataResource].self, forKey: .resources)
  }
}

extension DataResource: Decodable {
  private enum CodingKeys: String, CodingKey, CaseIterable {
    case name, path, title, description, sources, licenses, dialect, schema
    case type, profile, format, mediatype, encoding, bytes, hash, homepage
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    name = try container.decode(Spanned<String>.self, forKey: .name)
    let paths = try container.decode(OneOrMore<Spanned<String>>.self, forKey: .path)
    // That there is none is told already.
    guard paths.values.count == 1 || !container.contains(.path) else {
      throw decoder.invalid("a resource has one file here", help: ["make one resource of each"])
    }
    path = paths.values.first ?? name
    title = try container.decodeIfPresent(String.self, forKey: .title)
    description = try container.decodeIfPresent(String.self, forKey: .description)
    sources = try container.decodeIfPresent([DataOrigin].self, forKey: .sources) ?? []
    licenses = try container.decodeIfPresent([DataLicense].self, forKey: .licenses) ?? []
    format = try container.decodeIfPresent(Spanned<String>.self, forKey: .format)
    dialect = try container.decodeIfPresent(CSVDialect.self, forKey: .dialect) ?? CSVDialect()
    schema = try container.decodeIfPresent(TableSchema.self, forKey: .schema)
    let encoding = try container.decodeIfPresent(String.self, forKey: .encoding) ?? "utf-8"
    guard let known = TextEncoding(name: encoding) else {
      throw decoder.invalid(
        "the encoding '\(encoding)' is not read",
        help: ["save it as UTF-8; latin-1, windows-1252 and utf-16 are read, too"])
    }
    self.encoding = known
    bytes = try container.decodeIfPresent(Spanned<Int>.self, forKey: .bytes)
    hash = try container.decodeIfPresent(Spanned<String>.self, forKey: .hash)
  }
}

extension CSVDialect: Decodable {
  private enum CodingKeys: String, CodingKey, CaseIterable {
    case delimiter, quoteChar, escapeChar, doubleQuote, header, commentChar, skipInitialSpace
    case lineTerminator, csvddfVersion, property, table
    case schema = "$schema"
  }

  public init(from decoder: any Decoder) throws {
    self.init()
    let container = try decoder.container(keyedBy: CodingKeys.self)
    func character(_ key: CodingKeys) throws -> UInt8? {
      guard let text = try container.decodeIfPresent(Spanned<String>.self, forKey: key) else {
        return nil
      }
      let plain = text.value == "\\t" ? "\t" : text.value
      guard plain.utf8.count == 1, let byte = plain.utf8.first, byte < 0x80 else {
        throw decoder.invalid("'\(key.rawValue)' must be one ASCII character")
      }
      return byte
    }
    declaresDelimiter = container.contains(.delimiter)
    delimiter = try character(.delimiter) ?? delimiter
    property = try container.decodeIfPresent(String.self, forKey: .property)
    table = try container.decodeIfPresent(String.self, forKey: .table)
    quote = try character(.quoteChar) ?? quote
    escape = try character(.escapeChar)
    comment = try character(.commentChar)
    hasHeader = try container.decodeIfPresent(Bool.self, forKey: .header) ?? true
    skipsInitialSpace =
      try container.decodeIfPresent(Bool.self, forKey: .skipInitialSpace) ?? false
  }
}

extension TableSchema: Decodable {
  private enum CodingKeys: String, CodingKey, CaseIterable {
    case fields, missingValues, primaryKey, foreignKeys, uniqueKeys, fieldsMatch
    case schema = "$schema"
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    fields = try container.decode([SchemaField].self, forKey: .fields)
    missingValues = try container.decodeIfPresent([String].self, forKey: .missingValues) ?? [""]
    primaryKey =
      try container.decodeIfPresent(OneOrMore<Spanned<String>>.self, forKey: .primaryKey)?.values
      ?? []
    foreignKeys = try container.decodeIfPresent([ForeignKey].self, forKey: .foreignKeys) ?? []
    uniqueKeys =
      try container.decodeIfPresent([OneOrMore<Spanned<String>>].self, forKey: .uniqueKeys)?
      .map(\.values) ?? []
    fieldsMatch = try container.decodeIfPresent(FieldsMatch.self, forKey: .fieldsMatch) ?? .exact
  }
}

extension ForeignKey: Decodable {
  private enum CodingKeys: String, CodingKey, CaseIterable { case fields, reference }

  private struct Reference: Decodable {
    var resource: Spanned<String>?
    var fields: OneOrMore<Spanned<String>>
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    fields = try container.decode(OneOrMore<Spanned<String>>.self, forKey: .fields).values
    let reference = try container.decode(Reference.self, forKey: .reference)
    resource = reference.resource.flatMap { $0.value.isEmpty ? nil : $0 }
    referenced = reference.fields.values
  }
}

extension SchemaField: Decodable {
  private enum CodingKeys: String, CodingKey, CaseIterable {
    case name, type, title, unit, description, constraints, groupChar, decimalChar, bareNumber
    case trueValues, falseValues, missingValues, format, example, rdfType
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      name: try container.decode(Spanned<String>.self, forKey: .name),
      kind: try container.decodeIfPresent(Kind.self, forKey: .type) ?? .string)
    title = try container.decodeIfPresent(String.self, forKey: .title)
    unit = try container.decodeIfPresent(Spanned<String>.self, forKey: .unit)
    description = try container.decodeIfPresent(String.self, forKey: .description)
    func character(_ key: CodingKeys) throws -> UInt8? {
      guard let text = try container.decodeIfPresent(String.self, forKey: key) else { return nil }
      guard text.utf8.count == 1, let byte = text.utf8.first else {
        throw decoder.invalid("'\(key.rawValue)' must be one ASCII character")
      }
      return byte
    }
    groupCharacter = try character(.groupChar)
    decimalCharacter = try character(.decimalChar) ?? decimalCharacter
    isBareNumber = try container.decodeIfPresent(Bool.self, forKey: .bareNumber) ?? true
    trueValues = try container.decodeIfPresent([String].self, forKey: .trueValues) ?? trueValues
    falseValues = try container.decodeIfPresent([String].self, forKey: .falseValues) ?? falseValues
    missingValues = try container.decodeIfPresent([String].self, forKey: .missingValues)
    if let format = try container.decodeIfPresent(Spanned<String>.self, forKey: .format),
      format.value != "default"
    {
      throw decoder.invalid(
        "the format '\(format.value)' is not supported",
        help: ["leave it out: dates are read as ISO 8601, text as it stands"])
    }
    if let node = try container.decodeIfPresent(YAMLNode.self, forKey: .constraints) {
      constraints = try FieldConstraints(node, for: self)
    }
  }
}

extension FieldConstraints {
  private static let keys = [
    "enum", "exclusiveMaximum", "exclusiveMinimum", "maxLength", "maximum", "minLength", "minimum",
    "pattern", "required", "unique",
  ]

  /// Limits are numbers of YAML or JSON as the standard has them, or written as the field's values.
  fileprivate init(_ node: YAMLNode, for field: SchemaField) throws(DiagnosticList) {
    self.init()
    guard let entries = node.entries else {
      throw .error("wrong-type", "expected a mapping, found \(node.described)", at: node.span)
    }
    let reader = CellReader(field, missingValues: [])
    let plain = CellReader(
      SchemaField(name: field.name, kind: field.kind), missingValues: [])
    var problems = DiagnosticList()
    func value(_ node: YAMLNode) -> CellValue? {
      guard let text = node.text else {
        problems.append(
          .error("wrong-type", "expected a value, found \(node.described)", at: node.span))
        return nil
      }
      let isNumber = field.kind == .number || field.kind == .integer
      if isNumber, case .success(let value) = plain.read(Array(text.utf8)) { return value }
      switch reader.read(Array(text.utf8)) {
      case .success(let value): return value
      case .failure(let problem):
        problems.append(.error("bad-value", problem.message, at: node.span))
        return nil
      }
    }
    func decoded<T: Decodable>(_ node: YAMLNode) -> T? {
      do {
        return try node.decode(T.self)
      } catch {
        problems.append(contentsOf: error)
        return nil
      }
    }
    for entry in entries {
      switch entry.key {
      case "required": isRequired = decoded(entry.value) ?? false
      case "unique": isUnique = decoded(entry.value) ?? false
      case "minimum": minimum = value(entry.value)
      case "maximum": maximum = value(entry.value)
      case "exclusiveMinimum": exclusiveMinimum = value(entry.value)
      case "exclusiveMaximum": exclusiveMaximum = value(entry.value)
      case "enum":
        let values: [YAMLNode]? = decoded(entry.value)
        allowed = values?.compactMap { value($0) }
      case "pattern": pattern = decoded(entry.value)
      case "minLength": minimumLength = decoded(entry.value)
      case "maxLength": maximumLength = decoded(entry.value)
      default:
        problems.append(
          Diagnostic(
            .error, "unknown-key", "there is no constraint '\(entry.key)'", at: entry.keySpan,
            help: helpForUnknown(entry.key, among: Self.keys, called: "names")))
      }
    }
    if let pattern {
      do {
        _ = try Regex(pattern.value)
      } catch {
        problems.append(
          .error("bad-pattern", "'\(pattern.value)' is no regular expression", at: pattern.span))
      }
    }
    if problems.hasErrors { throw problems }
  }
}

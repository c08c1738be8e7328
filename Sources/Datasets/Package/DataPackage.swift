public import Configuration
public import Diagnostics

/// What the tables of a project are: files, columns, types, units, limits, sources.
///
/// A Frictionless Data Package, written in YAML or JSON (Data Package standard 2.0; of 1.0 the keys
/// that mean the same). One key is ours: `unit` of a field.
public struct DataPackage: Sendable {
  public var name: String?
  public var title: String?
  public var description: String?
  public var sources: [DataOrigin]
  public var licenses: [DataLicense]
  public var resources: [DataResource]

  /// Reads a `datapackage.yaml` or `datapackage.json`.
  ///
  /// - Parameter countingUnits: what the project counts besides the units that are known.
  /// - Returns: the package, and what looks like a slip but is none for certain.
  /// - Throws: every mistake in it, each at its place.
  public static func parse(
    _ file: SourceFile, countingUnits: [String] = []
  ) throws(DiagnosticList) -> (package: DataPackage, warnings: DiagnosticList) {
    let package =
      file.path.hasSuffix(".json")
      ? try (JSONReader.node(file) ?? YAMLNode(.mapping([]), at: SpannedText(file).span))
        .decode(DataPackage.self)
      : try decodeYAML(DataPackage.self, from: SpannedText(file))
    let problems = package.problems(countingUnits: countingUnits)
    if problems.hasErrors { throw problems }
    return (package, problems)
  }
}

/// Where data comes from: a title, and a link or a key of the bibliography.
public struct DataOrigin: Hashable, Sendable, Decodable {
  public var title: String?
  public var path: String?
  public var email: String?
  public var version: String?
}

public struct DataLicense: Hashable, Sendable, Decodable {
  public var name: String?
  public var path: String?
  public var title: String?
}

/// One table of a package.
public struct DataResource: Sendable {
  /// The table's name in SQL.
  public var name: Spanned<String>
  /// Of the file, relative to the package's folder.
  public var path: Spanned<String>
  public var title: String?
  public var description: String?
  public var sources: [DataOrigin]
  public var licenses: [DataLicense]
  /// `csv`, `tsv`, `json` or `sqlite`; by the path's ending when nil.
  public var format: Spanned<String>?
  public var dialect: CSVDialect
  public var encoding: TextEncoding
  /// The file's size and its SHA-256 as the package states them, to be compared when it is read.
  public var bytes: Spanned<Int>?
  public var hash: Spanned<String>?
  /// Nil when the columns are to be taken from the file.
  public var schema: TableSchema?
}

/// The columns of a table and what holds between them.
public struct TableSchema: Sendable {
  public var fields: [SchemaField]
  /// Texts that stand for no value.
  public var missingValues: [String]
  public var primaryKey: [Spanned<String>]
  public var foreignKeys: [ForeignKey]
  /// Besides the primary key; a row without a value in one of the fields is left out.
  public var uniqueKeys: [[Spanned<String>]]
  public var fieldsMatch: FieldsMatch

  public init(
    fields: [SchemaField], missingValues: [String] = [""], primaryKey: [Spanned<String>] = [],
    foreignKeys: [ForeignKey] = [], uniqueKeys: [[Spanned<String>]] = [],
    fieldsMatch: FieldsMatch = .exact
  ) {
    self.fields = fields
    self.missingValues = missingValues
    self.primaryKey = primaryKey
    self.foreignKeys = foreignKeys
    self.uniqueKeys = uniqueKeys
    self.fieldsMatch = fieldsMatch
  }

  public func field(_ name: String) -> Int? {
    fields.firstIndex { $0.name.value.lowercased() == name.lowercased() }
  }
}

/// How the columns of a file and the fields of its schema belong together.
///
/// Source: Data Package standard 2.0, "Table Schema", `fieldsMatch`.
public enum FieldsMatch: String, Sendable, Hashable, CaseIterable, Decodable {
  /// The same names in the same order.
  case exact
  /// The same names in any order.
  case equal
  /// The file may have more columns, which are left out.
  case subset
  /// The file may have fewer columns; the others are missing in every row.
  case superset
  /// At least one name is the same.
  case partial

  var allowsMoreColumns: Bool { self == .subset || self == .partial }
  var allowsFewerColumns: Bool { self == .superset || self == .partial }
}

public struct ForeignKey: Sendable {
  public var fields: [Spanned<String>]
  /// Nil for the table itself.
  public var resource: Spanned<String>?
  public var referenced: [Spanned<String>]
}

/// One column.
public struct SchemaField: Sendable {
  public enum Kind: String, Sendable, Hashable, CaseIterable, Decodable {
    case string, number, integer, boolean, date, datetime, time, year, yearmonth, any
  }

  public var name: Spanned<String>
  public var kind: Kind
  /// For headings of tables and axes.
  public var title: String?
  public var unit: Spanned<String>?
  public var description: String?
  public var constraints: FieldConstraints
  /// Separates groups of digits.
  public var groupCharacter: UInt8?
  public var decimalCharacter = UInt8(ascii: ".")
  /// False when text such as `%` or `~` may stand around a number.
  public var isBareNumber = true
  public var trueValues = ["true", "True", "TRUE", "1"]
  public var falseValues = ["false", "False", "FALSE", "0"]
  /// The field's own, in place of the schema's.
  public var missingValues: [String]?

  public init(name: Spanned<String>, kind: Kind) {
    self.name = name
    self.kind = kind
    constraints = FieldConstraints()
  }
}

/// What must hold for the values of a column.
public struct FieldConstraints: Sendable {
  public var isRequired = false
  public var isUnique = false
  public var minimum: CellValue?
  public var maximum: CellValue?
  public var exclusiveMinimum: CellValue?
  public var exclusiveMaximum: CellValue?
  public var allowed: [CellValue]?
  /// A regular expression that the whole text matches.
  public var pattern: Spanned<String>?
  public var minimumLength: Int?
  public var maximumLength: Int?

  public init() {}
}

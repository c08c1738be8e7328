extension TemporaryFolder {
  /// A project of one chapter and one table, `scores`, as an author would lay it out.
  ///
  /// - Parameters:
  ///   - chapter: its text.
  ///   - place: the chapter's file.
  ///   - settings: further lines of `report.yaml`, each with its end.
  ///   - fields: of the table: names with types.
  ///   - rows: of the table as CSV, without the header.
  public convenience init(
    project chapter: String, at place: String = "a.md", settings: String = "",
    fields: KeyValuePairs<String, String> = ["method": "string", "score": "number"],
    rows: String
  ) throws {
    try self.init()
    try write(
      "title: T\nchapters: [\(place)]\ndata: data/datapackage.yaml\n\(settings)", to: "report.yaml")
    try write(chapter, to: place)
    let schema = fields.map { "          - {name: \($0.key), type: \($0.value)}\n" }.joined()
    try write(
      """
      name: d
      resources:
        - name: scores
          path: scores.csv
          schema:
            fields:

      """ + schema, to: "data/datapackage.yaml")
    try write(
      fields.map(\.key).joined(separator: ",") + "\n" + rows, to: "data/scores.csv")
  }
}

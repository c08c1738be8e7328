/// A file that a command makes, before it is written.
struct ResultFile {
  var name: String
  var bytes: [UInt8]
}

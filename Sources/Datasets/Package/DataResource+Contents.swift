import Configuration
import Diagnostics

extension DataResource {
  /// What the package states of the file's bytes and does not hold: its size, its hash.
  func contentProblems(_ contents: [UInt8]) -> DiagnosticList {
    var problems = DiagnosticList()
    if let bytes, bytes.value != contents.count {
      problems.append(
        .error(
          "data-changed",
          "'\(path.value)' has \(contents.count) bytes, the package states \(bytes.value)",
          at: bytes.span, help: "look at what changed in the file, then correct the package"))
    }
    guard let hash else { return problems }
    let parts = hash.value.split(separator: ":", maxSplits: 1)
    guard parts.count == 2, parts[0].lowercased() == "sha256" else {
      problems.append(
        .error(
          "bad-value", "only hashes of the kind 'sha256:…' are compared", at: hash.span,
          help: "the file's is sha256:\(SHA256(contents))"))
      return problems
    }
    let found = SHA256(contents).description
    if parts[1].lowercased() != found {
      problems.append(
        .error(
          "data-changed", "'\(path.value)' is not the file whose hash the package states",
          at: hash.span, help: "its hash is sha256:\(found)",
          "look at what changed in the file, then correct the package"))
    }
    return problems
  }

  /// The file, unpacked when its name or its first bytes say that gzip packed it.
  func unpacked(_ bytes: [UInt8]) throws(DiagnosticList) -> [UInt8] {
    guard GzipFile.isGzip(bytes) || path.value.lowercased().hasSuffix(".gz") else { return bytes }
    do throws(GzipFile.Failure) {
      return try GzipFile.unpack(bytes)
    } catch {
      throw .error(
        "bad-gzip",
        error == .damaged
          ? "'\(path.value)' is no whole gzip file" : "'\(path.value)' unpacks to more than 1 GB",
        at: path.span, help: "pack it again, or give the file as it is")
    }
  }
}

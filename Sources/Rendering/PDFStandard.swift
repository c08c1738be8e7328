/// A standard that a PDF may be made to conform to.
public enum PDFStandard: String, Hashable, Sendable, CaseIterable {
  /// PDF/UA-1, ISO 14289-1: what programs that read aloud need.
  case ua1 = "ua-1"
}

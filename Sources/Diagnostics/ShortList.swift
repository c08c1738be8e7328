/// A list that mostly has one element, for which it asks for no memory: texts are cut into thousands
/// of stretches, nearly all of which stand in one piece in their file.
public struct ShortList<Element>: RandomAccessCollection, MutableCollection {
  @usableFromInline var head: Element?
  @usableFromInline var rest: [Element] = []

  @inlinable public init() {}

  @inlinable public var startIndex: Int { 0 }
  @inlinable public var endIndex: Int { head == nil ? 0 : rest.count + 1 }

  @inlinable public subscript(index: Int) -> Element {
    get {
      guard index == 0, let head else { return rest[index - 1] }
      return head
    }
    set {
      precondition(head != nil, "an empty list has no index")
      if index == 0 { head = newValue } else { rest[index - 1] = newValue }
    }
  }

  @inlinable public mutating func reserveCapacity(_ count: Int) {
    if count > 1 { rest.reserveCapacity(count - 1) }
  }

  @inlinable public mutating func append(_ element: Element) {
    if head == nil { head = element } else { rest.append(element) }
  }
}

extension ShortList: Sendable where Element: Sendable {}
extension ShortList: Equatable where Element: Equatable {}
extension ShortList: Hashable where Element: Hashable {}

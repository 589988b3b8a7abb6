/// A part of a job's work: of what can be worked on, the lowest place comes first.
package struct WorkTurn: Hashable, Sendable {
  package var place: Int
  package var minutes: Int
}

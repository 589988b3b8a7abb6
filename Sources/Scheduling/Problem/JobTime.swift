/// Times are whole days from the first planned day, which is 0; these two are beyond all of them.
package enum JobTime {
  /// After every day: there is no date or no limit, or the hours do not come.
  package static let never = Int.max / 4
  /// Before every day: nothing binds.
  static let unbound = -never
}

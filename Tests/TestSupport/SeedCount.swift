import Foundation

/// How many seeds a law is tried on: `MM_SEEDS` widens the range.
package let seedCount = ProcessInfo.processInfo.environment["MM_SEEDS"].flatMap(Int.init)

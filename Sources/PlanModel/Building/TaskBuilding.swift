import PlanDocuments

extension FieldReader {
  /// The tasks below an item, or all of a file.
  mutating func readTasks(below item: Int?, into tasks: inout [PlanTask]) {
    let items = document.items
    let depth = item.map { items[$0].depth } ?? -1
    var index = item.map { $0 + 1 } ?? 0
    while index < items.count, items[index].depth > depth {
      defer { index += 1 }
      guard items[index].isInPlan else { continue }
      let isLeaf = index + 1 == items.count || items[index + 1].parent != Int32(index)
      var task = PlanTask(item: Int32(index), state: items[index].state, isLeaf: isLeaf)
      for position in items[index].fields {
        let field = document.fields[position]
        switch field.name {
        case .effort where task.minutes == nil:
          task.minutes = line(field) { bytes throws(BadValue) in Int32(clamping: try Effort(reading: bytes).middle) }
        case .due where task.due == nil: task.due = line(field) { bytes throws(BadValue) in try Day(reading: bytes) }
        case .done where task.done == nil: task.done = line(field) { bytes throws(BadValue) in try Day(reading: bytes) }
        case .optional:
          task.isOptional = line(field) { bytes throws(BadValue) in try WordReading.yesOrNo(bytes) } ?? task.isOptional
        default: break
        }
      }
      if items[index].fields.count > 1 { findTwice(index) }
      tasks.append(task)
    }
  }
}

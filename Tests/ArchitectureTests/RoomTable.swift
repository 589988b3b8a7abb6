/// Which rooms of a module may use which others: a row a room, in the direction of the arrows.
///
/// A room without a row uses none. A new arrow is a decision: it goes into this table, and never both ways.
enum RoomTable {
  static let rooms: [String: [String: Set<String>]] = [
    "BundledFiles": [
      "Sample": ["."]
    ],
    "Calendars": [
      "Busy": ["Lines", "Occurrences", "Reading", "Writing", "Zones"],
      "Occurrences": ["Lines", "Reading", "Recurrence", "Zones"],
      "Reading": ["Lines", "Recurrence", "Zones"],
      "Recurrence": ["Lines"],
      "Writing": ["Lines", "Zones"],
      "Zones": ["Recurrence"],
    ],
    "Checks": [
      "Dates": ["Cards"],
      "Goals": ["Cards"],
      "Progress": ["Cards"],
      "References": ["Cards"],
      "Running": ["Cards", "Dates", "Goals", "Progress", "References", "Writing"],
      "Writing": ["Cards"],
    ],
    "ChildPrograms": [
      "Web": ["."]
    ],
    "CommandLineTool": [
      ".": ["Arguments", "Commands", "Process", "Terminal"],
      "Arguments": ["Process"],
      "Commands": ["Arguments", "Process", "Reports", "Terminal"],
      "Terminal": ["Arguments", "Process", "Reports"],
    ],
    "Drafting": [
      "Anchoring": ["Fitting", "Plan", "Playbooks", "Words"],
      "Facts": ["Words"],
      "Fitting": ["Facts", "Plan", "Playbooks", "Words"],
      "Plan": ["Playbooks"],
      "Playbooks": ["Words"],
      "Saving": ["Plan", "Playbooks", "Words"],
    ],
    "Forecasting": [
      "Forecast": ["Pace", "Past", "Simulation"],
      "Simulation": ["Pace"],
    ],
    "ModelBackends": [
      "Asking": ["Answers", "Backends", "Prompts", "Requests"],
      "Backends": ["Dialects", "Requests", "Setup"],
      "Dialects": ["Requests", "Setup"],
      "Prompts": ["Answers", "Requests"],
      "Requests": ["Setup"],
    ],
    "PlanDocuments": [
      "Calendar": ["Days"],
      "Days": ["Diagnostics"],
      "Diagnostics": ["Text"],
      "Editing": ["Days", "Diagnostics", "Fields", "FrontMatter", "Markdown", "Notes", "Text"],
      "Fields": ["Days", "Diagnostics", "Names", "Notes", "Text"],
      "FrontMatter": ["Text"],
      "Markdown": ["Diagnostics", "Fields", "Notes", "Text"],
      "Names": ["Days"],
      "Notes": ["Calendar", "Days", "Diagnostics", "FrontMatter", "Text"],
      "Reading": ["Diagnostics", "Fields", "FrontMatter", "Markdown", "Notes", "Text"],
    ],
    "PlanModel": [
      "Building": ["Graphs", "Model"],
      "Calendar": ["Model"],
      "Changes": ["Model", "Sentences"],
      "Work": ["Calendar", "Graphs", "Model"],
    ],
    "PlanOutput": [
      "Reports": ["Exports"]
    ],
    "PlanSessions": [
      "Beginning": ["Machine", "Opening"],
      "Calendars": ["Machine", "Opening"],
      "Changing": ["Opening"],
      "Drafting": ["Opening"],
      "Models": ["Drafting", "Machine", "Opening"],
      "Opening": ["Machine"],
      "Recalibrating": ["Models", "Opening", "Reviewing"],
      "Reviewing": ["Models", "Opening"],
      "Seeing": ["Drafting", "Opening"],
    ],
    "Recalibration": [
      "Search": ["Choices", "Dates", "Levers"]
    ],
    "ReviewNotes": [
      "Assembly": ["Choices", "Grammar", "Reading"],
      "Choices": ["Reading"],
      "Reading": ["Grammar"],
      "Suggestions": ["Grammar", "Reading"],
      "Text": ["Grammar", "Reading"],
    ],
    "Scheduling": [
      "Bounds": ["Placing", "Problem"],
      "DueDates": ["Bounds", "Placing", "Problem", "Schedule"],
      "Placing": ["Problem"],
      "Schedule": ["Bounds", "Placing", "Problem", "Search"],
      "Search": ["Bounds", "Placing", "Problem"],
      "WorkBlocks": ["Problem", "Schedule"],
    ],
    "VaultStorage": [
      "Events": [".", "Disk", "Undo", "Writing"],
      "Git": [".", "Disk"],
      "History": ["Git", "Reading"],
      "Reading": [".", "Disk"],
      "Undo": [".", "Disk"],
      "Writing": [".", "Disk", "Undo"],
    ],
  ]
}

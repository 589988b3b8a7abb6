import JSONText
import PlanOutput

/// JSON schemas in the subset that all servers take: every member required, nothing beside them.
enum JSONSchema {
  static func object(_ members: [(String, JSONValue)]) -> JSONValue {
    [
      "type": "object", "properties": .object(members.map { .init($0.0, $0.1) }),
      "required": .array(members.map { .string($0.0) }), "additionalProperties": false,
    ]
  }

  static func text(_ description: String) -> JSONValue {
    ["type": "string", "description": .string(description)]
  }

  static func optionalText(_ description: String) -> JSONValue {
    ["type": ["string", "null"], "description": .string(description)]
  }

  static func number(_ description: String) -> JSONValue {
    ["type": "number", "description": .string(description)]
  }

  static func optionalNumber(_ description: String) -> JSONValue {
    ["type": ["number", "null"], "description": .string(description)]
  }

  static func integer(_ description: String) -> JSONValue {
    ["type": "integer", "description": .string(description)]
  }

  static func yesOrNo(_ description: String) -> JSONValue {
    ["type": "boolean", "description": .string(description)]
  }

  static func choice(_ words: [String], _ description: String) -> JSONValue {
    ["type": "string", "enum": .array(words.map { .string($0) }), "description": .string(description)]
  }

  static func list(_ element: JSONValue, _ description: String) -> JSONValue {
    ["type": "array", "items": element, "description": .string(description)]
  }
}

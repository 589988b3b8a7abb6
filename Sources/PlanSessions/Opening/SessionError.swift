package import PlanDocuments
package import PlanModel
package import VaultStorage

/// What was asked for and cannot be done, with what a front needs to say it in its own words.
///
/// `near` has what the person may have meant.
package enum SessionError: Error, Sendable {
  // The machine and the vault
  /// No folder is known for locks and undo copies.
  case noStateFolder
  case disk(VaultError)
  case git(GitError)
  /// Commits are wanted, and the vault is in no repository.
  case noRepository(root: String)
  /// The change was made from a text that an editor holds and nobody has saved yet.
  case unsavedText(VaultPath)
  case configuration(ConfigurationProblem)

  case name(NameProblem)
  case value(ValueProblem)

  // Changes
  /// Why an edit is not made, and the text that it is about where there is one.
  case edit(EditRefusal, in: SourceText?)
  case writes(Sentence, today: Day)
  /// A goal with open milestones is not done.
  case openMilestones([String], of: String)
  case unknownChoice(String, count: Int)

  // Drafts
  case noPlaybooks
  case unknownPlaybook(String, near: [String])
  /// - `slug`: the nearest id; empty where there is none.
  case unfitID(String, slug: String)
  case takenID(String)
  /// The file that was to hold a goal would hold none.
  case noGoal(in: VaultPath)
  case unfinishedGoal(String, open: Int, done: Int)
  case existingPlaybook(VaultPath)

  // Calendars
  /// A calendar's file has events of others, so it is not written over.
  case foreignEvents(in: String)
  case noFeeds
  case noCurl

  case model(ModelProblem)
}

/// Why what a person names is not found.
package enum NameProblem: Sendable {
  case unknown(String, near: [String])
  case ambiguous(String, candidates: [String])
  case unknownGoal(String, near: [String])
  case unknownTask(String, of: String, near: [String])
  /// A file that belongs to no goal.
  case fileOutsidePlan(String)
  /// A line with a box that is not part of the plan.
  case boxOutsidePlan(String)
  /// A line, from 1, that holds no box.
  case noBoxOnLine(Int, of: VaultPath)
}

/// Why a value that a person gives is not taken.
package enum ValueProblem: Sendable {
  case unreadableDay(String)
  /// - `problem`: nil where all that is known is that it cannot be read.
  case unreadableHours(String, problem: BadValue?)
  case unreadableBuffer(String, problem: BadValue)
  case unreadableEnd(String, problem: BadValue)
  /// A deadline without the goal that it is for.
  case deadlineWithoutGoal(String)
  case unknownField(String, of: FieldOwner, near: [String], known: [String])
  /// What would be found in the file afterwards, as a sentence.
  case finding(String)
}

/// Why a language model gives nothing that can be used.
package enum ModelProblem: Sendable {
  case unknown(String, near: [String], isAnySetUp: Bool)
  case unreadable(file: String, problem: String)
  case unwritableAnswers(folder: String)
  case unreadableAnswer(file: String)
  case unusableTasks(of: String, problems: [String])
  /// A model was asked and gave no answer that can be used; what asked may go on without it.
  case absent(ModelAbsence)
  /// The person stopped the model.
  case interrupted(ModelAbsence)
}

/// What has fields that can be set.
package enum FieldOwner: Sendable {
  case settings, goal, milestone, task
}

/// Why there is no answer of a model.
package struct ModelAbsence: Sendable {
  /// What happened and what to do.
  package var reason: String
  /// The file with what came until then.
  package var file: String?
  /// Why the answer cannot be used, where there was one.
  package var problems: [String] = []
}

extension SessionError {
  static func onDisk<Result>(_ work: () throws(VaultError) -> Result) throws(SessionError) -> Result {
    do throws(VaultError) {
      return try work()
    } catch {
      throw .disk(error)
    }
  }

  static func withGit<Result>(_ work: () throws(GitError) -> Result) throws(SessionError) -> Result {
    do throws(GitError) {
      return try work()
    } catch {
      throw .git(error)
    }
  }

  /// - Parameter documents: those that the edit may be about.
  static func editing<Result>(
    _ documents: [PlanDocument], _ work: () throws(EditRefusal) -> Result
  ) throws(SessionError) -> Result {
    do throws(EditRefusal) {
      return try work()
    } catch {
      throw .edit(error, in: documents.first { $0.text.path == error.place.path }?.text)
    }
  }
}

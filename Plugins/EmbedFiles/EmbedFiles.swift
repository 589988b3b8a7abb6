import Foundation
import PackagePlugin

/// Turns the folders `sample-vault/` and `templates/` into Swift tables of static strings.
///
/// SwiftPM asks for the list of files when it reads the package: a new file is seen after `Package.swift` was touched.
@main
struct EmbedFiles: BuildToolPlugin {
  static let folders = [(name: "sample-vault", table: "sampleVaultFiles"), (name: "templates", table: "templateFiles")]

  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let tool = try context.tool(named: "EmbedFilesTool").url
    return try Self.folders.map { folder in
      let root = context.package.directoryURL.appending(path: folder.name)
      let paths = try FileManager.default.subpathsOfDirectory(atPath: root.path)
        .filter { path in
          var isFolder: ObjCBool = false
          return FileManager.default.fileExists(atPath: root.appending(path: path).path, isDirectory: &isFolder)
            && !isFolder.boolValue && !path.split(separator: "/").contains { $0.hasPrefix(".") }
        }
        .sorted()
      let output = context.pluginWorkDirectoryURL.appending(path: folder.table + ".swift")
      return .buildCommand(
        displayName: "Embedding \(folder.name)",
        executable: tool,
        arguments: [output.path, folder.table, root.path] + paths,
        inputFiles: paths.map { root.appending(path: $0) },
        outputFiles: [output])
    }
  }
}

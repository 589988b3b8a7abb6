import CommandLineTool

runMilestoneMap()

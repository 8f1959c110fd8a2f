import { type FileSteps, onDisk } from '../../../src/cli/fileWriter';

/** The steps of writing a file on a disk that does some of them in its own way. */
export function onDiskBut(own: Partial<FileSteps>): FileSteps {
  return { ...onDisk, ...own };
}

import { FileWriter, onDisk } from '../../../src/cli/fileWriter';
import { onDiskBut } from './fileSteps';

/** A process that creates the file of its first argument, and kills itself at the moment that the second names. */

const [file = '', moment] = process.argv.slice(2);

function killedAt(now: string): void {
  if (now === moment) process.kill(process.pid, 'SIGKILL');
}

const steps = onDiskBut({
  write(name, content, mode) {
    onDisk.write(name, content.slice(0, 8), mode);
    killedAt('half written');
    onDisk.remove(name);
    onDisk.write(name, content, mode);
    killedAt('written');
  },
  link(from, name) {
    onDisk.link(from, name);
    killedAt('named');
  },
});
new FileWriter(steps).create(file, 'words of a note\n');

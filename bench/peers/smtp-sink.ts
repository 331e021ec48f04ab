import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { createInterface } from 'node:readline';

/** Takes every mail that is sent to it, and keeps none; for as long as this process has other work. */
export interface SmtpSink {
  readonly port: number;
  /** How many it took. */
  readonly mails: () => number;
}

export async function startSmtpSink(): Promise<SmtpSink> {
  let mails = 0;
  const server = createServer((socket) => take(socket.unref(), () => (mails += 1))).unref();
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return { port: (server.address() as AddressInfo).port, mails: () => mails };
}

/** One client: commands, and after DATA the mail up to the line that has but a dot. */
function take(socket: Socket, onMail: () => void): void {
  let isMail = false;
  const say = (line: string): void => void socket.write(`${line}\r\n`);
  // It may be gone before its answer.
  socket.on('error', () => socket.destroy());
  say('220 sink.example');
  createInterface({ input: socket }).on('line', (line) => {
    if (isMail && line !== '.') return;
    if (isMail) {
      isMail = false;
      onMail();
      return say('250 taken');
    }
    if (/^DATA/i.test(line)) {
      isMail = true;
      return say('354 go on');
    }
    if (!/^QUIT/i.test(line)) return say('250 sink.example');
    say('221 bye');
    socket.end();
  });
}

/** Where the two files come from that people mostly have. */
export function WhereToFind() {
  return (
    <div className="grid gap-2">
      <Source title="Where is my LinkedIn export?">
        <li>On LinkedIn open Settings, then Data privacy, then Get a copy of your data.</li>
        <li>Choose Connections, and Messages too if you like, and request the archive.</li>
        <li>LinkedIn mails you a link. Drop the zip here as it is.</li>
      </Source>
      <Source title="Where is my address book?">
        <li>iPhone or Mac: Contacts, select all, then Export vCard.</li>
        <li>Google Contacts: Export, then vCard.</li>
        <li>Outlook: save the contacts as vCard files.</li>
      </Source>
      <Source title="Can I bring a table of my own?">
        <li>Any spreadsheet will do: save it as CSV, with one person a row and names above the columns.</li>
        <li>Drop it here. You say which column means what, and see the first rows before anything comes in.</li>
      </Source>
    </div>
  );
}

function Source({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <details>
      <summary className="text-accent w-fit rounded-sm font-medium">{title}</summary>
      <ol className="text-ink-2 mt-2 grid list-decimal gap-1 pl-6">{children}</ol>
    </details>
  );
}

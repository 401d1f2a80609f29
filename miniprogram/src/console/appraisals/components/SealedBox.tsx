import './SealedBox.css';

/** The ballot box, with its strip across it while it is sealed; open, a slip looks out. For the eye alone. */
export function SealedBox({ open = false }: { open?: boolean }) {
  return (
    <svg className="sealed-box" viewBox="0 0 64 64" aria-hidden="true">
      {open && (
        <>
          <path d="M20 2h24v24H20z" fill="#fff" stroke="#7a898c" strokeWidth="1.5" />
          <path d="M26 14l5 5 8-10" fill="none" stroke="#0f5c6b" strokeWidth="3" />
        </>
      )}
      <path d="M4 20h56v8H4zM6 26h52v30a4 4 0 0 1-4 4H10a4 4 0 0 1-4-4z" className="sealed-box-red" />
      <path d="M4 28h56v2H4z" opacity=".2" />
      {!open && (
        <>
          <rect x="20" y="22" width="24" height="3" rx="1.5" opacity=".4" />
          <path d="M6 43L58 36v9L6 52z" fill="#fff" opacity=".93" />
          <text x="33" y="48" fontSize="8" textAnchor="middle" fill="#b01e28" transform="rotate(-8 32 45)">
            封 条
          </text>
        </>
      )}
    </svg>
  );
}

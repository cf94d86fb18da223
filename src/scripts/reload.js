// Reloads the page after each build of `cargo xtask dev`.
const socket = new WebSocket(new URL("/.well-known/trunk/ws", location.href.replace("http", "ws")));
socket.onmessage = (event) => {
  const { type, data } = JSON.parse(event.data);
  if (type === "reload") location.reload();
  else console.error(data.reason);
};

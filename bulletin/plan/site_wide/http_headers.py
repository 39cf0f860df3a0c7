"""What a web server says with every file: one table, in the words of hosts (`/_headers`), of nginx and of Caddy.

Nothing on a page is inline, so the policy needs no exception: scripts, styles, pictures and requests of this site only.
The two servers' words are for people who run one: `build.py generate` puts them into docs/may-chu.md.
"""

from __future__ import annotations

from bulletin import addresses
from bulletin.model.views.machines import TextView
from bulletin.model.views.page import Planned

POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self'",
    "connect-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
    "require-trusted-types-for": "'script'",
}
HEADERS = {
    "Content-Security-Policy": "; ".join(f"{directive} {value}" for directive, value in POLICY.items()),
    "X-Content-Type-Options": "nosniff",
    # Where a link leads nobody learns which notice was read.
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": ", ".join(
        f"{feature}=()" for feature in ("camera", "display-capture", "geolocation", "microphone", "payment", "usb")
    ),
}
KEPT = addresses.NAMED_BY_CONTENT
LONG, SHORT = "public, max-age=31536000, immutable", "public, max-age=0, must-revalidate"
# Not for hosts, who set it themselves: it binds a whole name, which may serve more than this site.
HSTS = ("Strict-Transport-Security", "max-age=31536000")


def headers(base: str) -> Planned:
    """`/_headers` of a site under `base`, as Netlify and Cloudflare Pages read it."""
    return Planned(url=addresses.HEADERS, template="text", view=lambda: TextView(text=for_hosts(base)))


def for_hosts(base: str) -> str:
    """The rules of a site under `base`. Hosts join what several rules say of one header, so no two say the same; what
    no rule says of pages is the hosts' own rule for them, which is `SHORT`."""
    rules = {f"{base}/*": HEADERS} | {f"{base}{folder}*": {"Cache-Control": LONG} for folder in KEPT}
    return "".join(
        f"{path}\n" + "".join(f"  {name}: {value}\n" for name, value in headers_.items())
        for path, headers_ in rules.items()
    )


def for_nginx(base: str = "") -> str:
    """A file for /etc/nginx/conf.d/. A `location` with an `add_header` would forget all others: hence the map."""
    kept = "".join(f'    "~^{base}{folder}" "{LONG}";\n' for folder in KEPT)
    lines = "".join(f'    add_header {name} "{value}" always;\n' for name, value in HEADERS.items())
    return f"""\
map $uri $bang_tin_cache {{
    default "{SHORT}";
    # Tên tệp sinh từ nội dung: nội dung đổi thì tên đổi, nên giữ được lâu.
{kept}}}

server {{
    listen 80;
    server_name bang-tin.example;
    return 301 https://$host$request_uri;
}}

server {{
    listen 443 ssl;
    server_name bang-tin.example;
    ssl_certificate /etc/ssl/bang-tin.pem;
    ssl_certificate_key /etc/ssl/bang-tin.key;

    root /srv/bang-tin;
    index index.html;
    charset utf-8;
    error_page 404 {base}/404.html;
    error_page 403 =404 {base}/404.html;
    gzip on;
    gzip_types text/css text/calendar text/javascript application/javascript application/json text/xml;

{lines}    add_header Cache-Control $bang_tin_cache always;
    # HSTS: cả năm sau trình duyệt chỉ dùng https với tên miền này; tên miền còn chỗ chưa có https thì bỏ.
    add_header {HSTS[0]} "{HSTS[1]}" always;

    # nginx không biết kiểu của tệp lịch.
    location ~ \\.ics$ {{
        default_type text/calendar;
    }}
}}
"""


def for_caddy(base: str = "") -> str:
    """A Caddyfile. `file` lets a name that is not there yet be asked for again; two matchers, for Caddy sorts what
    overlaps by rules of its own."""
    kept = " ".join(f"{base}{folder}*" for folder in KEPT)
    lines = "".join(f'\t\t{name} "{value}"\n' for name, value in HEADERS.items())
    return f"""\
bang-tin.example {{
	root * /srv/bang-tin
	encode gzip
	file_server

	header {{
{lines}\t\t# HSTS: cả năm sau trình duyệt chỉ dùng https với tên miền này; tên miền còn chỗ chưa có https thì bỏ.
		{HSTS[0]} "{HSTS[1]}"
	}}

	# Tên tệp sinh từ nội dung: nội dung đổi thì tên đổi, nên giữ được lâu.
	@lau {{
		path {kept}
		file
	}}
	@ngan not {{
		path {kept}
		file
	}}
	header @lau Cache-Control "{LONG}"
	header @ngan Cache-Control "{SHORT}"

	handle_errors {{
		rewrite * {base}/404.html
		file_server
	}}
}}
"""

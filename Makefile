# The verbs of the workshop. `make` alone prints them.
# PYTHON=/path/to/python3 chooses the interpreter; .ci/setup finds one of 3.11 or newer by itself.
PY := .venv/bin/python

# make's own last word, «*** [Makefile:20: check] Error 1», tells a clerk nothing: a verb that fails leaves a mark for
# `end`, and the last word is a sentence. The exit code is that of any failure of make's, 2.
MARK = .failed-$(patsubst .%,%,$@)
try = @rm -f $(MARK); { $(1); } || : > $(MARK)
end = @$(if $(shell rm $(MARK) 2>/dev/null && echo failed),$(error Chưa xong: làm theo các dòng ở trên rồi gõ lại lệnh),:)

.PHONY: help site test test-long test-lowest serve check fix zip posters audit bench generate requirements clean
.PHONY: .site .serve .check .fix .zip .posters .generate

help: ## in các lệnh này
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-13s %s\n", $$1, $$2 }' Makefile

# SIGN=TỆP: the list of what is public is signed, with one library more.
RUN_SET = $(if $(SIGN),requirements-sign.txt,requirements.txt)
SIGNED = $(if $(SIGN),--sign "$(patsubst ~/%,$(HOME)/%,$(SIGN))")
site: .site ## dựng content/ thành trang công khai trong output/ (SIGN=TỆP để ký bằng khoá bí mật ấy)
	$(end)
.site:
	$(call try,.ci/setup $(RUN_SET) && $(PY) build.py $(if $(PREVIOUS),--previous $(PREVIOUS)) $(SIGNED))

# As many workers as there are cores; one that is done takes over what another has left.
PYTEST := $(PY) -m pytest -n auto --dist worksteal
test: ## chạy mọi phép thử, kể cả trong Chromium thật
	@.ci/setup requirements-dev.txt
	@$(PY) -m ruff check .
	@$(PY) -m mypy
	@CHROMIUM="$$(.ci/chromium)" && VNU="$$(.ci/vnu || true)" && export CHROMIUM VNU && $(PYTEST)

test-long: ## thử các tính chất trên số mẫu ngẫu nhiên gấp 50 lần, như CI mỗi đêm
	@.ci/setup requirements-dev.txt
	@$(PYTEST) -m hypothesis --hypothesis-profile=long

test-lowest: ## thử với những phiên bản thư viện thấp nhất mà pyproject.toml cho phép
	@.ci/lowest

serve: .serve ## xem thử trên máy này; trang tự tải lại mỗi khi lưu tệp
	$(end)
.serve:
	$(call try,trap : INT; .ci/setup requirements.txt && $(PY) build.py serve $(if $(PORT),--port $(PORT)))

check: .check ## soát mọi thông báo mà không ghi gì
	$(end)
.check:
	$(call try,.ci/setup requirements.txt && $(PY) build.py check --format $(or $(FORMAT),text))

fix: .fix ## bỏ ký tự ẩn khỏi content/ ở chỗ mà chữ vẫn như cũ, rồi soát
	$(end)
.fix:
	$(call try,.ci/setup requirements.txt && $(PY) build.py check --fix)

zip: .zip ## nén cả trang thành bang-tin.zip để chép vào USB, mở không cần mạng
	$(end)
.zip:
	$(call try,.ci/setup $(RUN_SET) && $(PY) build.py zip $(SIGNED))

posters: .posters ## in lịch năm và từng tháng ra PDF khổ A4 trong posters/ (năm nay và năm sau; YEAR=2022 hay YEAR=2022-05 để chọn)
	$(end)
.posters:
	$(call try,CHROMIUM="$$(.ci/chromium)" && export CHROMIUM && .ci/setup requirements.txt && $(PY) build.py && $(PY) .ci/posters $(YEAR))

audit: ## chấm điểm trang đầu và thông báo dài nhất bằng Lighthouse (PAGES="/lich/ /tim-kiem/" để chọn trang; cần Node)
	@.ci/setup requirements.txt
	@CHROMIUM="$$(.ci/chromium)" && export CHROMIUM && $(PY) .ci/audit $(PAGES)

bench: ## đo thời gian và bộ nhớ trên 1.000 thông báo (N=10000 để đo 10.000)
	@.ci/setup requirements-dev.txt
	@$(PY) tests/bench/bench.py $(if $(N),$(N),1000)

generate: .generate ## viết lại những phần sinh từ mã: schema/, gợi ý VS Code, bảng trong hướng dẫn, mẫu cho máy chủ
	$(end)
.generate:
	$(call try,.ci/setup requirements.txt && $(PY) build.py generate)

LOCK := uv pip compile -q --upgrade --universal --generate-hashes --no-header --no-annotate --python-version 3.11
requirements: ## khoá lại phiên bản thư viện, lấy các bản vá mới (chỉ cho người phát triển; cần uv và npm)
	$(LOCK) --extra import pyproject.toml -o requirements.txt
	$(LOCK) --extra import --extra sign pyproject.toml -c requirements.txt -o requirements-sign.txt
	$(LOCK) --group dev pyproject.toml -c requirements-sign.txt -o requirements-dev.txt
	$(subst --generate-hashes,--resolution lowest-direct,$(LOCK)) pyproject.toml -o .lowest.txt
	$(LOCK) --group dev pyproject.toml -c .lowest.txt -o requirements-lowest.txt; rm .lowest.txt
	printf 'uv==%s\n' "$$(uv --version | cut -d' ' -f2)" | $(LOCK) - -o .ci/uv.txt
	npm install --prefix .ci/lighthouse --package-lock-only --ignore-scripts --no-audit --no-fund

clean: ## xoá trang đã dựng và môi trường Python của dự án
	@if [ -x $(PY) ]; then $(PY) build.py clean; fi
	@rm -rf .venv .lowest .boot .mypy_cache .ruff_cache .pytest_cache .hypothesis
	@find bulletin tests -name __pycache__ -type d -prune -exec rm -rf {} +

.DEFAULT:
	$(error Không có lệnh «$@»: gõ make để xem các lệnh)

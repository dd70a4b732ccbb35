# docker build -t lakip .
# docker run -d --name lakip -p 8501:8501 -v lakip-data:/data -v lakip-kunci:/kunci --restart unless-stopped lakip
FROM python:3.13-slim
WORKDIR /lakip
COPY requirements.lock ./
RUN pip install --no-cache-dir --require-hashes --only-binary :all: --no-deps -r requirements.lock \
    && useradd --system --uid 1000 --no-create-home lakip \
    && install -d -o lakip -m 700 /data /kunci
COPY app.py GLOSARIUM.md ./
COPY .streamlit .streamlit
COPY lakip lakip
COPY pages pages
COPY data/contoh data/contoh
USER lakip
ENV HOST=0.0.0.0 PORT=8501 LAKIP_DATA=/data LAKIP_KUNCI=/kunci/lakip.kunci HOME=/tmp \
    PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1
# What seals the data lies apart from them.
VOLUME ["/data", "/kunci"]
EXPOSE 8501
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s CMD ["python", "-c", \
    "import urllib.request as u; u.urlopen('http://127.0.0.1:8501/_stcore/health', timeout=4)"]
# SIGTERM of docker stop reaches it: the record is written out and closed.
CMD ["python", "app.py"]

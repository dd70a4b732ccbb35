#!/bin/sh
# A certificate of the office's own, for HTTPS in its network:
#   sh scripts/make_certificate.sh FOLDER NAME-OF-THE-COMPUTER [IP-ADDRESS ...]
# kantor.crt is brought to each computer that opens Lakip, lakip.crt and lakip.key stay with the server, and kantor.key,
# with which more could be made, goes to a safe place. Made again in the same folder, kantor.crt stays as it is.
set -eu
folder=$1 name=$2
shift 2
umask 077
mkdir -p "$folder"
cd "$folder"
names="DNS:$name,DNS:localhost,IP:127.0.0.1"
for ip in "$@"; do names="$names,IP:$ip"; done

[ -f kantor.key ] || openssl req -x509 -newkey rsa:3072 -sha256 -days 3650 -nodes -keyout kantor.key -out kantor.crt \
    -subj "/CN=Lakip $name" -addext basicConstraints=critical,CA:TRUE,pathlen:0 -addext keyUsage=critical,keyCertSign
openssl req -newkey rsa:2048 -nodes -keyout lakip.key -out lakip.csr -subj "/CN=$name"
printf 'subjectAltName=%s\nextendedKeyUsage=serverAuth\n' "$names" >lakip.ext
# Browsers trust no longer than 825 days.
openssl x509 -req -in lakip.csr -CA kantor.crt -CAkey kantor.key -CAcreateserial -days 825 -sha256 \
    -extfile lakip.ext -out lakip.crt
rm lakip.csr lakip.ext
